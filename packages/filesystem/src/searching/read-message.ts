import type { OutputRecord } from "./split-records.ts";

/** One line that ripgrep tells of. */
export interface FoundLine {
  readonly isMatch: boolean;
  /** From 1. */
  readonly number: number;
  /** Without its line end; undefined where the line is too long to be held. */
  readonly bytes: Buffer | undefined;
  /** Where the first match begins in it, in bytes. */
  readonly start: number;
  /** Where the line begins in the file, in bytes of UTF-8 where the file is in UTF-16, less the byte order mark. */
  readonly offset: number;
}

interface Message {
  readonly type: string;
  readonly data: {
    readonly lines: { readonly text?: string; readonly bytes?: string };
    readonly line_number: number;
    readonly absolute_offset: number;
    readonly submatches: ReadonlyArray<{ readonly start: number }>;
  };
}

/**
 * A message of ripgrep's `--json` that is about a line; undefined for one that is not.
 *
 * @param next the number taken for a line that is too long to be held: its own stands behind it
 */
export function readMessage({ bytes, cut }: OutputRecord, next: number): FoundLine | undefined {
  if (cut) return { isMatch: bytes.includes('"type":"match"'), number: next, bytes: undefined, start: 0, offset: 0 };
  const { type, data } = JSON.parse(bytes.toString()) as Message;
  if (type !== "match" && type !== "context") return undefined;
  const { lines, line_number: number, absolute_offset: offset, submatches } = data;
  const line = lines.bytes === undefined ? Buffer.from(lines.text ?? "") : Buffer.from(lines.bytes, "base64");
  return { isMatch: type === "match", number, bytes: withoutEnd(line), start: submatches[0]?.start ?? 0, offset };
}

function withoutEnd(line: Buffer): Buffer {
  const end = line.at(-1) === 0x0a ? (line.at(-2) === 0x0d ? 2 : 1) : 0;
  return line.subarray(0, line.length - end);
}
