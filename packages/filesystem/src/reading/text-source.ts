import { ConnectorError } from "@drawbridge/core";
import { countLines } from "./count-lines.ts";
import { detectEncoding } from "./detect-encoding.ts";
import type { Encoding } from "./encoding.ts";
import { contentEtag, largestHashed, metadataEtag } from "./etag.ts";
import type { OpenedFile } from "./opened-file.ts";

/** Up to here a file is held in memory, hashed and counted whole; above, only windows of it are ever held. */
const largestHeld = largestHashed;

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
  /** Which file it is, whatever is written to it. */
  readonly identity: string;
  readonly totalLines: number | undefined;
  readonly lineEnding: "lf" | "crlf" | "mixed" | "none" | undefined;
  read(offset: number, length: number): Promise<Buffer>;
}

/** Reads of a text file what its size allows. Throws `refused` for what is no text. */
export async function textSource(file: OpenedFile, requested: string | undefined): Promise<TextSource> {
  const { dev, ino } = file.stats;
  const size = Number(file.stats.size);
  const identity = `${dev}:${ino}`;
  if (size <= largestHeld)
    return heldSource(await (size === 0 ? readUnsized(file) : file.read(0, size)), identity, requested);
  const encoding = detectEncoding(await file.read(0, headBytes), false, requested);
  return {
    size,
    encoding,
    etag: metadataEtag(file.stats),
    etagOf: "metadata",
    identity,
    totalLines: undefined,
    lineEnding: undefined,
    // What is written meanwhile belongs to the next read.
    read: (offset, length) => file.read(offset, Math.max(0, Math.min(length, size - offset))),
  };
}

/** Most of such files end early, so that little is set aside for them at first. */
async function readUnsized(file: OpenedFile): Promise<Buffer> {
  const bytes = await file.read(0, mostUnsized);
  if (bytes.length < mostUnsized) return bytes;
  const all = await file.read(0, largestHeld);
  if (all.length < largestHeld) return all;
  throw new ConnectorError("refused", "The file does not tell its size, and has no end within 8 MiB.");
}

function heldSource(bytes: Buffer, identity: string, requested: string | undefined): TextSource {
  const encoding = detectEncoding(bytes, true, requested);
  return {
    size: bytes.length,
    encoding,
    etag: contentEtag(bytes),
    etagOf: "content",
    identity,
    ...countLines(bytes, encoding),
    read: async (offset, length) => bytes.subarray(offset, offset + length),
  };
}
