import { FoldedText } from "./folded-text.ts";

const letter = String.raw`[A-Za-z\d+\/=%_-]`;

const feed = String.raw`(?:\n|\\{1,31}n)`;

/**
 * An end of a line, in JSON too, behind a line of an encoding and before the next, which may be indented. Each way begins with the one
 * character that it does begin with, and looks back from there: so the engine passes over all others at a time.
 */
const wrap = new RegExp(
  String.raw`(?:\r(?<=${letter}{16}\r)${feed}|\n(?<=${letter}{16}\n)|\\(?<=${letter}{16}\\)\\{0,30}(?:r${feed}|n))[ \t]{0,16}(?=${letter})`,
  "g",
);

/** The text with the lines of what was wrapped at a column put together, as `base64` and PEM wrap; undefined without such. */
export function unwrapped(text: string): FoldedText | undefined {
  return text.search(wrap) < 0 ? undefined : new FoldedText(text, wrap, () => "");
}

/** What `unwrapped` looks for. Linear in the text. */
export const wrapPattern: RegExp = wrap;
