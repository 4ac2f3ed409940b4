import { createHash } from "node:crypto";
import { closeSync, read } from "node:fs";
import { promisify } from "node:util";
import type { HeldDirectory } from "../containment/held-directory.ts";

const readDescriptor = promisify(read);
const chunkBytes = 1024 * 1024;

/** SHA-256 of the content of a file, in hexadecimal; undefined where no file stands. */
export async function digestAt(parent: HeldDirectory, name: string): Promise<string | undefined> {
  const descriptor = openAt(parent, name);
  if (descriptor === undefined) return undefined;
  const hash = createHash("sha256");
  const chunk = Buffer.allocUnsafe(chunkBytes);
  try {
    for (let offset = 0; ; ) {
      const { bytesRead } = await readDescriptor(descriptor, chunk, 0, chunkBytes, offset);
      if (bytesRead === 0) return hash.digest("hex");
      hash.update(chunk.subarray(0, bytesRead));
      offset += bytesRead;
    }
  } finally {
    closeSync(descriptor);
  }
}

function openAt(parent: HeldDirectory, name: string): number | undefined {
  try {
    using entry = parent.step(name);
    return entry.stats.isFile() ? entry.openFile() : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
