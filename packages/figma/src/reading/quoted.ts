import { makeVisible } from "@drawbridge/core";

/** What needs no escape. */
const plain = /^[ !#-[\]-~]*$/;

/** A text between quotes, on one line, with what cannot be seen made visible. */
export function quoted(text: string): string {
  return plain.test(text) ? `"${text}"` : JSON.stringify(makeVisible(text));
}
