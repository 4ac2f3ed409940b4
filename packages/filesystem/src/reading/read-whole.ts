import type { Files } from "../files.ts";
import type { OpenedFile } from "./opened-file.ts";
import { tooLarge } from "./too-large.ts";

/** Taken in at once, so that a cancellation is heard in between. */
const mostAtOnce = 4 * 1024 * 1024;
const leastAtOnce = 64 * 1024;

/**
 * A file's content as a whole. Throws `refused` for one larger than is held in memory, also where it grows meanwhile,
 * and the signal's reason.
 */
export async function readWhole(file: OpenedFile, files: Files, signal: AbortSignal): Promise<Buffer> {
  const size = Number(file.stats.size);
  assertFits(file, size, files.wholeFileBytes);
  const chunks: Buffer[] = [];
  for (let offset = 0; ; ) {
    signal.throwIfAborted();
    // One byte more than its facts say shows whether it grew; files of /proc say that they are empty.
    const wanted = Math.min(mostAtOnce, Math.max(size - offset + 1, leastAtOnce));
    const chunk = await file.read(offset, wanted);
    chunks.push(chunk);
    offset += chunk.length;
    assertFits(file, offset, files.wholeFileBytes);
    // Most files come in one piece, which need not be copied.
    if (chunk.length < wanted) return chunks.length === 1 ? chunk : Buffer.concat(chunks);
  }
}

function assertFits(file: OpenedFile, bytes: number, most: number): void {
  if (bytes > most) throw tooLarge(file.path, bytes, most, "fs_read reads any size by pages.");
}
