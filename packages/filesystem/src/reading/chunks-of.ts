import type { OpenedFile } from "./opened-file.ts";

const mostAtOnce = 256 * 1024;
const leastAtOnce = 4 * 1024;

interface Part {
  readonly start?: number;
  /** Where to stop; without it at the end of the file, also of one that grows meanwhile. */
  readonly end?: number;
  readonly signal?: AbortSignal;
}

/** The bytes of an open file, or of a part of it, a piece at a time. Throws the signal's reason. */
export async function* chunksOf(
  file: OpenedFile,
  { start = 0, end = Number.POSITIVE_INFINITY, signal }: Part = {},
): AsyncGenerator<Buffer> {
  for (let offset = start; offset < end; ) {
    signal?.throwIfAborted();
    // One byte more than its facts say shows the end with the last piece; files of /proc say that they are empty.
    const known = Math.max(Number(file.stats.size) - offset + 1, leastAtOnce);
    const wanted = Math.min(mostAtOnce, end - offset, known);
    const chunk = await file.read(offset, wanted);
    if (chunk.length > 0) yield chunk;
    if (chunk.length < wanted) return;
    offset += chunk.length;
  }
}
