import { isUtf8 } from "node:buffer";
import { ConnectorError } from "@drawbridge/core";
import type { Encoding } from "./encoding.ts";
import { guessUtf16 } from "./guess-utf16.ts";

/** Text in no Unicode encoding is most often this one; every byte means something in it, so that reading never fails. */
const fallback = "windows-1252";

const marks: ReadonlyArray<{ readonly label: string; readonly bytes: readonly number[]; readonly unit: 1 | 2 }> = [
  { label: "utf-8", bytes: [0xef, 0xbb, 0xbf], unit: 1 },
  { label: "utf-16le", bytes: [0xff, 0xfe], unit: 2 },
  { label: "utf-16be", bytes: [0xfe, 0xff], unit: 2 },
];

/**
 * The encoding of a file from its beginning: a byte order mark, then what the caller says, then strict UTF-8, then a
 * guess: UTF-16 where it has zeros, else one byte for each character. Throws `refused` for what is no text, `invalid_input` for an encoding that does not exist.
 *
 * @param head the first bytes of the file
 * @param isWhole whether they are all of it; else a character may be cut at their end
 */
export function detectEncoding(head: Buffer, isWhole: boolean, requested: string | undefined): Encoding {
  const mark = marks.find(({ bytes }) => bytes.every((byte, index) => head[index] === byte));
  if (requested !== undefined) {
    const label = knownLabel(requested);
    const unit = label.startsWith("utf-16") ? 2 : 1;
    return { label, unit, markLength: mark?.label === label ? mark.bytes.length : 0, guessed: false };
  }
  if (mark !== undefined) return { label: mark.label, unit: mark.unit, markLength: mark.bytes.length, guessed: false };
  if (head.includes(0)) {
    const label = guessUtf16(head, isWhole);
    if (label !== undefined) return { label, unit: 2, markLength: 0, guessed: true };
    throw new ConnectorError(
      "refused",
      "The file is not text. fs_read_media reads images and sounds, fs_outline PDF and XLSX, and hosts any file as a " +
        "resource (file://…). If it is text after all, say its encoding.",
    );
  }
  const strict = isUtf8Text(head, isWhole);
  return { label: strict ? "utf-8" : fallback, unit: 1, markLength: 0, guessed: !strict };
}

/** A character that is cut at the end of the head is no fault of the file. */
function isUtf8Text(head: Buffer, isWhole: boolean): boolean {
  if (isUtf8(head)) return true;
  return !isWhole && [1, 2, 3].some((cut) => isUtf8(head.subarray(0, -cut)));
}

function knownLabel(requested: string): string {
  try {
    return new TextDecoder(requested).encoding;
  } catch {
    throw new ConnectorError(
      "invalid_input",
      "No such encoding. Examples: utf-8, utf-16le, windows-1252, shift_jis, gb18030.",
    );
  }
}
