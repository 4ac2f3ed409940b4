import { FoldedText } from "./folded-text.ts";

const letter = String.raw`[A-Za-z\d+\/=%_-]`;

/** An end of a line, in JSON too, behind a line of an encoding and before the next, which may be indented. */
const wrap = new RegExp(
  String.raw`(?=[\r\n\\])(?<=${letter}{16})(?:\r|\\{1,31}r)?(?:\n|\\{1,31}n)[ \t]{0,16}(?=${letter})`,
  "g",
);

/** The text with the lines of what was wrapped at a column put together, as `base64` and PEM wrap; undefined without such. */
export function unwrapped(text: string): FoldedText | undefined {
  return text.search(wrap) < 0 ? undefined : new FoldedText(text, wrap, () => "");
}

/** What `unwrapped` looks for. Linear in the text. */
export const wrapPattern: RegExp = wrap;
