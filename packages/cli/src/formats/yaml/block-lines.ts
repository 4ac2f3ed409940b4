/** The line end of a text. */
export function lineEndOf(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

/** The whole lines of what stands from one place to another. */
export function linesOf(text: string, [start, end]: readonly [number, number]): readonly [start: number, end: number] {
  // A block ends behind its last line, with what blank ones follow.
  const last = start + text.slice(start, end).trimEnd().length;
  const next = text.indexOf("\n", last);
  return [text.lastIndexOf("\n", start - 1) + 1, next === -1 ? text.length : next + 1];
}

/** The text with lines at its end. */
export function putLines(text: string, lines: string): string {
  const eol = lineEndOf(text);
  const before = text === "" || text.endsWith("\n") ? text : `${text}${eol}`;
  return `${before}${lines.replaceAll("\n", eol)}`;
}

/** The text with an item of a list behind another one of it, as far indented. */
export function putItem(text: string, other: readonly [number, number], item: string): string {
  const eol = lineEndOf(text);
  const [start, end] = linesOf(text, other);
  const indentation = /^[ \t]*/.exec(text.slice(start))?.[0] ?? "";
  const lines = item
    .trimEnd()
    .split("\n")
    .map((line) => `${indentation}${line}${eol}`);
  const head = text.slice(0, end);
  return `${head}${head.endsWith("\n") ? "" : eol}${lines.join("")}${text.slice(end)}`;
}

/** The text with the first item of a list in the place of nothing or of empty brackets, behind what else stands on that line. */
export function putFirst(text: string, [start, end]: readonly [number, number, ...number[]], item: string): string {
  const eol = lineEndOf(text);
  const line = /^[^\n]*\n?/.exec(text.slice(end))?.[0] ?? "";
  const lines = item
    .trimEnd()
    .split("\n")
    .map((each) => `  ${each}${eol}`);
  const head = `${text.slice(0, start).trimEnd()} ${line.trim()}`.trimEnd();
  return `${head}${eol}${lines.join("")}${text.slice(end + line.length)}`;
}
