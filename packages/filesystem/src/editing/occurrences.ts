/** Beyond these nobody means each of them. */
export const mostFound = 1_000_000;

/** Where a text stands in another, overlapping places included. */
export function occurrences(text: string, sought: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(sought); at >= 0 && found.length < mostFound; at = text.indexOf(sought, at + 1))
    found.push(at);
  return found;
}
