import type { Encoding } from "./encoding.ts";

/**
 * Where the line after the next newline begins; -1 when there is no newline from `from` on. In every encoding read here
 * the byte of a newline is part of no other character, but in UTF-16, where it stands at an even offset beside a zero.
 */
export function afterNewline(bytes: Buffer, from: number, { unit, label }: Encoding): number {
  if (unit === 1) {
    const index = bytes.indexOf(0x0a, from);
    return index < 0 ? -1 : index + 1;
  }
  const low = label === "utf-16be" ? 1 : 0;
  for (let index = bytes.indexOf(0x0a, from); index >= 0; index = bytes.indexOf(0x0a, index + 1)) {
    if (index % 2 === low && bytes[index - low + (1 - low)] === 0) return index - low + 2;
  }
  return -1;
}
