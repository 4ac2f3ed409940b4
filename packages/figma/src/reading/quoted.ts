import { makeVisible } from "@drawbridge/core";

/** A text between quotes, on one line, with what cannot be seen made visible. */
export function quoted(text: string): string {
  return JSON.stringify(makeVisible(text));
}
