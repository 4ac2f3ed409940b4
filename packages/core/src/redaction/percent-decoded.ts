import { FoldedText } from "./folded-text.ts";

/** A percent-encoded byte, encoded up to five times. */
const code = /%(?:25){0,4}[\dA-Fa-f]{2}/g;

/** The text with each percent-encoded byte as one character, whichever of them were encoded; undefined without such. */
export function percentDecoded(text: string): FoldedText | undefined {
  if (text.search(code) < 0) return undefined;
  return new FoldedText(text, code, (encoded) => String.fromCharCode(Number.parseInt(encoded.slice(-2), 16)));
}
