import type { OpenedFile } from "./opened-file.ts";

const chunkBytes = 256 * 1024;

/** The bytes of an open file from one offset to another, or to its end, a piece at a time. Throws the signal's reason. */
export async function* chunksOf(
  file: OpenedFile,
  { start = 0, end = Number.POSITIVE_INFINITY, signal }: { start?: number; end?: number; signal?: AbortSignal } = {},
): AsyncGenerator<Buffer> {
  for (let offset = start; offset < end; ) {
    signal?.throwIfAborted();
    const chunk = await file.read(offset, Math.min(chunkBytes, end - offset));
    if (chunk.length === 0) return;
    yield chunk;
    offset += chunk.length;
  }
}
