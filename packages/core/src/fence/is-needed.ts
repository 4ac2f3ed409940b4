const emoji = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\uFE0F|\u20E3/u;
const pictograph = /\p{Extended_Pictographic}/u;
// biome-ignore lint/suspicious/noMisleadingCharacterClass: each of them is meant alone
const invisible = /[\u034F\u00AD\u180B-\u180F\u200C\u200D\uFE00-\uFE0F]|[\u{E0100}-\u{E01EF}]/u;
const letter = /\p{L}/u;

/** Scripts whose letters change their shape where they join: a joiner or its opposite is part of how a word is spelled. */
const joining =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Hebrew}\p{M}]/u;
const textOrEmoji = /[\p{Emoji}\p{Extended_Pictographic}\p{So}\p{Sm}]/u;
const ideograph = /[\p{Script=Han}\p{Script=Myanmar}\p{Script=Phags_Pa}\p{Sm}]/u;
const mongolian = /\p{Script=Mongolian}/u;

/**
 * Whether an invisible character stands where a script or an emoji needs it: one alone, behind what can take it. A run of
 * them, or one behind anything else, has no use but to hide something.
 *
 * @param before the character before it; empty at the start
 * @param after the character behind it; empty at the end
 */
export function isNeeded(character: string, before: string, after: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (invisible.test(before) && !(code === 0x200d && before === "\uFE0F")) return false;
  if (code === 0xad) return letter.test(before) && letter.test(after);
  if (code === 0x34f) return /\p{M}/u.test(before);
  if (code === 0x200c) return joining.test(before);
  if (code === 0x200d) return joining.test(before) || (emoji.test(before) && pictograph.test(after));
  if (code === 0xfe0e || code === 0xfe0f) return textOrEmoji.test(before);
  if (code >= 0xfe00 && code <= 0xfe0d) return ideograph.test(before);
  if (code >= 0x180b && code <= 0x180f) return mongolian.test(before);
  return code >= 0xe0100 && code <= 0xe01ef && /\p{Script=Han}/u.test(before);
}
