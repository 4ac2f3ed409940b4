import { createHash } from "node:crypto";
import { read } from "node:fs";
import { promisify } from "node:util";
import { writeAll } from "./write-all.ts";

const readDescriptor = promisify(read);
const chunkBytes = 1024 * 1024;

/** Copies one open file's content into another, and returns its SHA-256 in hexadecimal. */
export async function copyContent(
  from: number,
  to: number,
  { signal, copied }: { readonly signal?: AbortSignal | undefined; copied?(bytes: number): void } = {},
): Promise<string> {
  const hash = createHash("sha256");
  const chunk = Buffer.allocUnsafe(chunkBytes);
  for (let offset = 0; ; ) {
    signal?.throwIfAborted();
    const { bytesRead } = await readDescriptor(from, chunk, 0, chunkBytes, offset);
    if (bytesRead === 0) return hash.digest("hex");
    const bytes = chunk.subarray(0, bytesRead);
    hash.update(bytes);
    await writeAll(to, bytes);
    offset += bytesRead;
    copied?.(bytesRead);
  }
}
