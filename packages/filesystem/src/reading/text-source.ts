import { sha256 } from "@drawbridge/core";
import { countLines } from "./count-lines.ts";
import { detectEncoding } from "./detect-encoding.ts";
import type { Encoding } from "./encoding.ts";
import type { OpenedFile } from "./opened-file.ts";

/** Up to here a file is held in memory, hashed and counted whole; above, only windows of it are ever held. */
const largestHeld = 8 * 1024 * 1024;

/** Files that say a size of 0 may have content all the same, as those of /proc do. */
const mostUnsized = 64 * 1024;

/** Enough of a large file to tell its encoding from. */
const headBytes = 64 * 1024;

/** A text file's bytes, and what is known of the whole. */
export interface TextSource {
  readonly size: number;
  readonly encoding: Encoding;
  /** Changes whenever the file does. */
  readonly etag: string;
  /** What the etag is made of: the content, or for a large file its identity, size and times. */
  readonly etagOf: "content" | "metadata";
  readonly totalLines: number | undefined;
  readonly lineEnding: "lf" | "crlf" | "mixed" | "none" | undefined;
  read(offset: number, length: number): Promise<Buffer>;
}

/** Reads of a text file what its size allows. Throws `refused` for what is no text. */
export async function textSource(file: OpenedFile, requested: string | undefined): Promise<TextSource> {
  const { dev, ino, mtimeNs, ctimeNs, size: bigSize } = file.stats;
  const size = Number(bigSize);
  if (size <= largestHeld) return heldSource(await file.read(0, size || mostUnsized), requested);
  const encoding = detectEncoding(await file.read(0, headBytes), false, requested);
  return {
    size,
    encoding,
    etag: `m-${digest([dev, ino, size, mtimeNs, ctimeNs].join(":"))}`,
    etagOf: "metadata",
    totalLines: undefined,
    lineEnding: undefined,
    read: (offset, length) => file.read(offset, length),
  };
}

function heldSource(bytes: Buffer, requested: string | undefined): TextSource {
  const encoding = detectEncoding(bytes, true, requested);
  return {
    size: bytes.length,
    encoding,
    etag: digest(bytes),
    etagOf: "content",
    ...countLines(bytes, encoding),
    read: async (offset, length) => bytes.subarray(offset, offset + length),
  };
}

function digest(content: Buffer | string): string {
  return sha256(content).slice(0, 32);
}
