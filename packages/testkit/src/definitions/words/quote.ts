import { makeVisible } from "@drawbridge/core";

const mostCharacters = 60;

/** A piece of a hostile text as a finding may show it: visible, on one line, bounded. */
export function quote(text: string): string {
  const line = makeVisible(text)
    .replaceAll(/[\r\n]/g, " ")
    .trim();
  return `"${line.length > mostCharacters ? `${line.slice(0, mostCharacters)}…` : line}"`;
}
