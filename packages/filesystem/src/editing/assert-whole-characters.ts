import { ConnectorError } from "@drawbridge/core";
import iconv from "iconv-lite";
import { cutsCharacter, type WideEncoding } from "./cuts-character.ts";

const wide: readonly WideEncoding[] = ["shift_jis", "gb18030", "big5", "euc-kr", "euc-jp"];

/** Bytes of the longest character in these, less the one in question. Its first is never ASCII. */
const reach = 3;

/**
 * Refuses to replace what may be half of a character: a file whose encoding is guessed has each byte taken for a character, and could
 * be Japanese or Chinese all the same.
 *
 * @param text in windows-1252, in which an index is that of a byte
 * @param found in ascending order
 */
export function assertWholeCharacters(text: string, found: readonly number[], length: number): void {
  const places = found.flatMap((at) => [at, at + length]).filter((at) => mayBeWithin(text, at));
  if (places.length === 0) return;
  const bytes = iconv.encode(text, "windows-1252");
  const encoding = wide.find((label) => isSound(bytes, label) && cutsCharacter(bytes, places, label));
  if (encoding === undefined) return;
  throw new ConnectorError(
    "refused",
    `The file does not say its encoding, and may be ${encoding}, in which the text to be replaced would begin or end within a character. ` +
      "Give more of what stands around it, or have a person save the file as UTF-8.",
  );
}

function mayBeWithin(text: string, at: number): boolean {
  return /[^\0-\x7f]/.test(text.slice(Math.max(0, at - reach), at));
}

function isSound(bytes: Uint8Array, encoding: WideEncoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
