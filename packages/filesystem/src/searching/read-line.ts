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

/**
 * How ripgrep is to tell of lines for `readLine`. Not as `--json`, which tells of every match within a line: of a long line without
 * an end that is many times the line.
 */
export const lineArguments: readonly string[] = [
  ...["--no-heading", "--with-filename", "--null", "--line-number", "--column", "--byte-offset"],
  "--no-context-separator",
];

/** `path NUL 12:5:100:` before a match that begins at the fifth byte of line 12, `path NUL 13-120-` before a line around it. */
const beginning = /^[^\0]*\0(\d{1,16})([:-])(?:(\d{1,16}):)?(\d{1,16})\2/;

/** More than the longest beginning. */
const longestBeginning = 256;

/** A record of ripgrep's output that is about a line. */
export function readLine({ bytes, cut }: OutputRecord): FoundLine | undefined {
  const [whole, number, mark, column, offset] = beginning.exec(bytes.toString("latin1", 0, longestBeginning)) ?? [];
  if (whole === undefined) return undefined;
  const isMatch = mark === ":";
  const line = cut ? undefined : withoutReturn(bytes.subarray(whole.length));
  return { isMatch, number: Number(number), bytes: line, start: Number(column ?? 1) - 1, offset: Number(offset) };
}

function withoutReturn(line: Buffer): Buffer {
  return line.at(-1) === 0x0d ? line.subarray(0, -1) : line;
}
