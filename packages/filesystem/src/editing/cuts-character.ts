/** An encoding of two bytes and more a character, in which the second may look like a letter or a backslash. */
export type WideEncoding = "shift_jis" | "gb18030" | "big5" | "euc-kr" | "euc-jp";

const isAscii = (byte: number | undefined) => byte === undefined || byte < 0x80;

/** Bytes of the character that begins at a place, in text that is known to be sound (WHATWG Encoding Standard, 10 to 14). */
const widths: Readonly<Record<WideEncoding, (bytes: Uint8Array, at: number) => number>> = {
  shift_jis: (bytes, at) => (isAscii(bytes[at]) || isHalfWidth(bytes[at] ?? 0) ? 1 : 2),
  gb18030: (bytes, at) => (isAscii(bytes[at]) ? 1 : isDigit(bytes[at + 1] ?? 0) ? 4 : 2),
  big5: (bytes, at) => (isAscii(bytes[at]) ? 1 : 2),
  "euc-kr": (bytes, at) => (isAscii(bytes[at]) ? 1 : 2),
  "euc-jp": (bytes, at) => (isAscii(bytes[at]) ? 1 : bytes[at] === 0x8f ? 3 : 2),
};

/**
 * Whether one of some places lies within a character of an encoding: whoever takes each byte for a character of its own would cut
 * it in two there.
 *
 * @param places in ascending order
 */
export function cutsCharacter(bytes: Uint8Array, places: readonly number[], encoding: WideEncoding): boolean {
  const width = widths[encoding];
  let start = 0;
  return places.some((place) => {
    while (start < place) start += width(bytes, start);
    return start > place;
  });
}

/** Half-width katakana. */
function isHalfWidth(byte: number): boolean {
  return byte >= 0xa1 && byte <= 0xdf;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
