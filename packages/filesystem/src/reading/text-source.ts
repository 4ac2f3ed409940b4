import { ConnectorError, sha256 } from "@drawbridge/core";
import { countLines } from "./count-lines.ts";
import { detectEncoding } from "./detect-encoding.ts";
import type { Encoding } from "./encoding.ts";
import { etagOf, largestHashed } from "./etag-of.ts";
import type { OpenedFile } from "./opened-file.ts";
import { RememberedFacts, type TextFacts } from "./remembered-facts.ts";

/** Files that say a size of 0 may have content all the same, as those of /proc do. */
const mostUnsized = 64 * 1024;

/** Enough of a large file to tell its encoding from. */
const headBytes = 64 * 1024;

/** A text this short is looked through faster than its facts are remembered. */
const shortText = 64 * 1024;

const remembered = new RememberedFacts();

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

/**
 * Reads of a text file what its size allows: up to 8 MiB all of it at once, above only windows, as also where the whole was
 * looked through before. Throws `refused` for what is no text, `conflict` where it is changed in that very moment.
 *
 * @param memory see `OpenedFile.read`; what the source reads lies in it, until the next read
 */
export async function textSource(
  file: OpenedFile,
  requested: string | undefined,
  memory?: Buffer,
): Promise<TextSource> {
  const size = Number(file.stats.size);
  if (size === 0) return heldSource(await readUnsized(file), file, requested);
  if (size <= shortText) return heldSource(await file.read(0, size), file, requested);
  return size > largestHashed ? windows(file, requested, memory) : lookedThrough(file, requested, memory);
}

async function windows(file: OpenedFile, requested: string | undefined, memory?: Buffer): Promise<TextSource> {
  const size = Number(file.stats.size);
  return {
    size,
    encoding: detectEncoding(await file.read(0, headBytes), false, requested),
    etag: etagOf(file.stats, undefined),
    etagOf: "metadata",
    identity: identityOf(file),
    totalLines: undefined,
    lineEnding: undefined,
    // What is written meanwhile belongs to the next read.
    read: (offset, length) => file.read(offset, Math.max(0, Math.min(length, size - offset)), memory),
  };
}

/** What a file's pages begin with is told from the whole; of one that has not changed since, the whole is not read again. */
async function lookedThrough(file: OpenedFile, requested: string | undefined, memory?: Buffer): Promise<TextSource> {
  const size = Number(file.stats.size);
  const facts = remembered.get(file.stats, requested);
  if (facts === undefined) {
    const lookedAt = Date.now();
    const source = heldSource(await file.read(0, size, memory), file, requested);
    if (file.isAsOpened()) remembered.keep(file.stats, requested, factsOf(source), lookedAt);
    return source;
  }
  return {
    ...facts,
    size,
    etagOf: "content",
    identity: identityOf(file),
    async read(offset, length) {
      const bytes = await file.read(offset, Math.max(0, Math.min(length, size - offset)), memory);
      if (file.isAsOpened()) return bytes;
      throw new ConnectorError("conflict", "The file was changed while it was read. Read it again.");
    },
  };
}

function factsOf({ encoding, etag, totalLines, lineEnding }: TextSource): TextFacts {
  return { encoding, etag, totalLines, lineEnding };
}

function identityOf({ stats: { dev, ino } }: OpenedFile): string {
  return `${dev}:${ino}`;
}

/** Most of such files end early, so that little is set aside for them at first. */
async function readUnsized(file: OpenedFile): Promise<Buffer> {
  const bytes = await file.read(0, mostUnsized);
  if (bytes.length < mostUnsized) return bytes;
  const all = await file.read(0, largestHashed);
  if (all.length < largestHashed) return all;
  throw new ConnectorError("refused", "The file does not tell its size, and has no end within 8 MiB.");
}

function heldSource(bytes: Buffer, file: OpenedFile, requested: string | undefined): TextSource {
  const encoding = detectEncoding(bytes, true, requested);
  return {
    size: bytes.length,
    encoding,
    etag: etagOf(file.stats, sha256(bytes)),
    etagOf: "content",
    identity: identityOf(file),
    ...countLines(bytes, encoding),
    read: async (offset, length) => bytes.subarray(offset, offset + length),
  };
}
