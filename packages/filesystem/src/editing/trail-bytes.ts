/** Encodings of two bytes and more a character, in which the second may look like a letter or a backslash. */
type Width = (bytes: Uint8Array, at: number) => number;

const isAscii = (byte: number | undefined) => byte === undefined || byte < 0x80;

/** Bytes of the character that begins at a place, in text that is known to be sound (WHATWG Encoding Standard, 10 to 14). */
const widths: Readonly<Record<string, Width>> = {
  shift_jis: (bytes, at) => (isAscii(bytes[at]) || isHalfWidth(bytes[at] ?? 0) ? 1 : 2),
  gb18030: (bytes, at) => (isAscii(bytes[at]) ? 1 : isDigit(bytes[at + 1] ?? 0) ? 4 : 2),
  big5: (bytes, at) => (isAscii(bytes[at]) ? 1 : 2),
  "euc-kr": (bytes, at) => (isAscii(bytes[at]) ? 1 : 2),
  "euc-jp": (bytes, at) => (isAscii(bytes[at]) ? 1 : bytes[at] === 0x8f ? 3 : 2),
};

/**
 * Where characters go on, in each encoding of several bytes a character that a text may be in as well: whoever took each byte for a
 * character of its own could cut one in two there.
 */
export function trailBytes(bytes: Uint8Array): { readonly encoding: string; readonly at: ReadonlySet<number> }[] {
  return Object.entries(widths)
    .filter(([encoding]) => isSound(bytes, encoding))
    .map(([encoding, width]) => {
      const at = new Set<number>();
      for (let start = 0; start < bytes.length; ) {
        const next = start + width(bytes, start);
        for (let trail = start + 1; trail < next; trail += 1) at.add(trail);
        start = next;
      }
      return { encoding, at };
    });
}

function isSound(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Half-width katakana. */
function isHalfWidth(byte: number): boolean {
  return byte >= 0xa1 && byte <= 0xdf;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
