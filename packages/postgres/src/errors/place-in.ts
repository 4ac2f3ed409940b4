/** Characters of a line that are shown on either side. */
const shown = 40;

/** A place in a statement, in words and as a line with a caret under it. */
export interface Place {
  readonly words: string;
  readonly picture: string;
}

/** @param position in characters from 1 */
export function placeIn(sql: string, position: number): Place {
  const characters = [...sql];
  const before = characters.slice(0, position - 1);
  const start = before.lastIndexOf("\n") + 1;
  const line = before.filter((character) => character === "\n").length + 1;
  const end = characters.indexOf("\n", start);
  const from = Math.max(start, position - 1 - shown);
  const to = Math.min(end === -1 ? characters.length : end, position - 1 + shown);
  const text = characters
    .slice(from, to)
    .map((character) => (character === "\t" || character === "\r" ? " " : character))
    .join("");
  return {
    words: `line ${line}, column ${position - start}`,
    picture: `${text}\n${" ".repeat(position - 1 - from)}^`,
  };
}
