import { isPlaceholder } from "../redaction/is-placeholder.ts";
import { isNeeded } from "./is-needed.ts";
import { isPlain } from "./is-plain.ts";

/**
 * Characters that change what a reader sees without being seen: controls (but tab and line ends), soft invisible
 * separators and fillers, bidirectional embeddings, overrides and isolates, interlinear marks, the formatting of music and
 * shorthand, and the tag block. Brackets that pose as an escape or a placeholder. And what a script needs in its place and
 * nowhere else: joiners, soft hyphens, variation selectors.
 */
const dangerous =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each of them is meant alone
  /[\u034F\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2028\u2029\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB]|[\u{1BCA0}-\u{1BCA3}\u{1D173}-\u{1D17A}\u{E0000}-\u{E0FFF}]|\r(?!\n)|\u27E6(?=U\+|redacted )/gu;

/**
 * One of those characters, or half of one, may be there. Without the `u` flag and alternatives this looks through text
 * several times as fast as the exact pattern, and nearly every text has none.
 */
const suspect =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each of them is meant alone
  /[\u034F\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u2028-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB\u27E6\uD82F\uD834\uDB40-\uDB43]/;

/** Up to here one pattern is faster than a search for each control. */
const shortText = 256;

/** How each dangerous character is shown, as far as it was met: there are some five thousand. */
const escapes = new Map<string, string>();

/** The last long text that nothing was found in: an answer's text comes by more than once. */
let clean = "";

/**
 * The flags of England, Scotland and Wales: a black flag, tag letters and the closing tag are one emoji.
 * No other flag is made so; the tag letters of one could carry any message.
 */
const regionalFlag =
  /\u{1F3F4}\u{E0067}\u{E0062}(?:\u{E0065}\u{E006E}\u{E0067}|\u{E0073}\u{E0063}\u{E0074}|\u{E0077}\u{E006C}\u{E0073})\u{E007F}/gu;

/**
 * The text with dangerous characters shown as `⟦U+001B⟧`. The opening bracket of a text that already looks so is shown
 * likewise, so that what was shown can be told from what was there.
 */
export function makeVisible(text: string): string {
  if (isClean(text)) return text;
  let shown = "";
  let end = 0;
  for (const flag of text.matchAll(regionalFlag)) {
    shown += show(text.slice(end, flag.index)) + flag[0];
    end = flag.index + flag[0].length;
  }
  return shown + show(text.slice(end));
}

function isClean(text: string): boolean {
  const isLong = text.length > shortText;
  if (isLong && text === clean) {
    // An equal text need not be the same one, and the same is compared at once.
    clean = text;
    return true;
  }
  if (!(isLong && isPlain(text)) && suspect.test(text)) return false;
  if (text.includes("\r") && text.search(dangerous) >= 0) return false;
  if (isLong) clean = text;
  return true;
}

function show(text: string): string {
  return text.replace(dangerous, (character, offset: number) => {
    // No script needs a control, and a text may consist of them.
    if (character <= "\u009F") return escaped(character);
    if (character === "⟦" && isPlaceholder(text, offset)) return character;
    const end = offset + character.length;
    if (isNeeded(character, characterBefore(text, offset), text.slice(end, end + 2))) return character;
    return escaped(character);
  });
}

function escaped(character: string): string {
  const known = escapes.get(character);
  if (known !== undefined) return known;
  const code = character.codePointAt(0) ?? 0;
  const shown = `⟦U+${code.toString(16).toUpperCase().padStart(4, "0")}⟧`;
  escapes.set(character, shown);
  return shown;
}

function characterBefore(text: string, offset: number): string {
  const isPair = /[\uD800-\uDBFF]/.test(text[offset - 2] ?? "") && /[\uDC00-\uDFFF]/.test(text[offset - 1] ?? "");
  return text.slice(Math.max(0, offset - (isPair ? 2 : 1)), offset);
}
