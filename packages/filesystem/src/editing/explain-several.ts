import { lineOf } from "./line-of.ts";

const mostShown = 20;
const longestLine = 120;

/** Says where a text stands that should stand in one place alone. */
export function explainSeveral(text: string, found: readonly number[]): string {
  const places = found.slice(0, mostShown).map((position) => {
    const start = text.lastIndexOf("\n", position - 1) + 1;
    const end = text.indexOf("\n", position);
    const line = text.slice(start, end < 0 ? undefined : end).replace(/\r$/, "");
    return `${lineOf(text, position)}: ${line.length > longestLine ? `${line.slice(0, longestLine)}…` : line}`;
  });
  const more = found.length > mostShown ? `\n… and ${found.length - mostShown} more` : "";
  return (
    `old stands in ${found.length} places. Give more of the lines around the one that is meant, or all: true for every one. ` +
    `By line:\n${places.join("\n")}${more}`
  );
}
