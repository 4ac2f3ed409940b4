/**
 * The hunk of a file's patch in which a line is, down to that line, as `diff_hunk` has it; undefined where the line is in none,
 * which is where GitHub takes no comment.
 */
export function hunkAt(patch: string, line: number, side: string): string | undefined {
  let left = 0;
  let right = 0;
  let hunk: string[] = [];
  for (const text of patch.split("\n")) {
    const [, from, to] = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(text) ?? [];
    if (from !== undefined) {
      [left, right, hunk] = [Number(from), Number(to), [text]];
      continue;
    }
    hunk.push(text);
    const isOn = side === "LEFT" ? left === line && !text.startsWith("+") : right === line && !text.startsWith("-");
    if (isOn) return hunk.join("\n");
    if (!text.startsWith("+")) left += 1;
    if (!text.startsWith("-")) right += 1;
  }
  return undefined;
}
