const emoji = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\uFE0F|\u20E3/u;
const pictograph = /\p{Extended_Pictographic}/u;
// biome-ignore lint/suspicious/noMisleadingCharacterClass: each of them is meant alone
const invisible = /[\u034F\u00AD\u061C\u180B-\u180F\u200C-\u200F\uFE00-\uFE0F]|[\u{E0100}-\u{E01EF}]/u;
const letter = /\p{L}/u;

/** Scripts whose letters change their shape where they join: a joiner or its opposite is part of how a word is spelled. */
const joining =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Hebrew}\p{M}]/u;
const textOrEmoji = /[\p{Emoji}\p{Extended_Pictographic}\p{So}\p{Sm}]/u;
const ideograph = /[\p{Script=Han}\p{Script=Myanmar}\p{Script=Phags_Pa}\p{Sm}]/u;
const mongolian = /\p{Script=Mongolian}/u;

/** Each kind of invisible character, and what it has to stand behind, or between. */
const places: ReadonlyArray<readonly [characters: RegExp, takes: (before: string, after: string) => boolean]> = [
  [/\u00AD/, (before, after) => letter.test(before) && letter.test(after)],
  [/\u034F/, (before) => /\p{M}/u.test(before)],
  // Which way a neutral sign goes, told once.
  [/[\u061C\u200E\u200F]/, () => true],
  [/\u200C/, (before) => joining.test(before)],
  [/\u200D/, (before, after) => joining.test(before) || (emoji.test(before) && pictograph.test(after))],
  [/[\uFE0E\uFE0F]/, (before) => textOrEmoji.test(before)],
  [/[\uFE00-\uFE0D]/, (before) => ideograph.test(before)],
  [/[\u180B-\u180F]/, (before) => mongolian.test(before)],
  [/[\u{E0100}-\u{E01EF}]/u, (before) => /\p{Script=Han}/u.test(before)],
];

/**
 * Whether an invisible character stands where a script or an emoji needs it: one alone, behind what can take it. A run of
 * them, or one behind anything else, has no use but to hide something.
 *
 * @param before the character before it; empty at the start
 * @param after the character behind it; empty at the end
 */
export function isNeeded(character: string, before: string, after: string): boolean {
  if (invisible.test(before) && !(character === "\u200D" && before === "\uFE0F")) return false;
  return places.some(([characters, takes]) => characters.test(character) && takes(before, after));
}
