/** One line of an outline. */
export interface OutlineEntry {
  readonly depth: number;
  /** The lines of the file that it stands for, from 1; undefined for a remark. */
  readonly lines?: readonly [first: number, last: number] | undefined;
  readonly label: string;
}

const longestLabel = 200;
const deepestIndentation = 20;

/** An outline as text: an entry a line, indented by its depth, each with the lines of the file that it stands for. */
export function outlineText(entries: Iterable<OutlineEntry>): string {
  let text = "";
  for (const { depth, lines, label } of entries) {
    const range = lines === undefined ? "" : `${lines[0] === lines[1] ? lines[0] : `${lines[0]}-${lines[1]}`}: `;
    text += `${"  ".repeat(Math.min(depth, deepestIndentation))}${range}${shown(label)}\n`;
  }
  return text;
}

function shown(label: string): string {
  // Cut before white space is looked for, of which there may be megabytes.
  const begin = label
    .slice(0, longestLabel * 4)
    .replace(/\s+/g, " ")
    .trim();
  return begin.length > longestLabel || label.length > longestLabel * 4 ? `${begin.slice(0, longestLabel)}…` : begin;
}
