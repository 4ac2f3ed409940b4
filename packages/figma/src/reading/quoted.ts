import { onOneLine } from "./on-one-line.ts";

/** What needs no escape. */
const plain = /^[ !#-[\]-~]*$/;

/** A text between quotes, on one line, as JSON: what cannot be seen is an escape in it. */
export function quoted(text: string): string {
  return plain.test(text) ? `"${text}"` : onOneLine(JSON.stringify(text));
}
