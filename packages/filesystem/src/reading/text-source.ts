import { createHash } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { countLines } from "./count-lines.ts";
import { detectEncoding } from "./detect-encoding.ts";
import type { Encoding } from "./encoding.ts";
import type { OpenedFile } from "./opened-file.ts";

/** Up to here a file is held in memory, hashed and counted whole; above, only windows of it are ever held. */
const largestHeld = 8 * 1024 * 1024;

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
export async function textSource({ handle, stats }: OpenedFile, requested: string | undefined): Promise<TextSource> {
  const size = Number(stats.size);
  if (size <= largestHeld) return heldSource(await readAt(handle, 0, largestHeld), requested);
  const encoding = detectEncoding(await readAt(handle, 0, headBytes), false, requested);
  const { dev, ino, mtimeNs, ctimeNs } = stats;
  return {
    size,
    encoding,
    etag: `m-${digest([dev, ino, size, mtimeNs, ctimeNs].join(":"))}`,
    etagOf: "metadata",
    totalLines: undefined,
    lineEnding: undefined,
    read: (offset, length) => readAt(handle, offset, length),
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
  return createHash("sha256").update(content).digest("hex").slice(0, 32);
}

/** Fewer bytes than asked for mean the end of the file. Some files (those of /proc) say a size of 0 and have content. */
async function readAt(handle: FileHandle, offset: number, length: number): Promise<Buffer> {
  const { size } = await handle.stat();
  const room = size > 0 ? Math.min(length, Math.max(size - offset, 0)) : Math.min(length, headBytes);
  const bytes = Buffer.allocUnsafe(room);
  let filled = 0;
  while (filled < room) {
    const { bytesRead } = await handle.read(bytes, filled, room - filled, offset + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}
