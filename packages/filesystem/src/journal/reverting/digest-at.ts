import { createHash } from "node:crypto";
import { closeSync, read } from "node:fs";
import { promisify } from "node:util";
import type { HeldDirectory, HeldEntry } from "@drawbridge/core";
import { FolderDigest } from "../../changing/disk/folder-digest.ts";
import { linkDigest } from "../../changing/disk/link-digest.ts";

const readDescriptor = promisify(read);
const chunkBytes = 1024 * 1024;

/** What the system says where an entry goes away, or becomes another, while it is looked at. */
const gone = ["ENOENT", "ENOTDIR", "ELOOP", "ESTALE"];

/**
 * What tells the content of an entry from any other: of a file its SHA-256 in hexadecimal, of a folder that of all that is
 * in it. Undefined where nothing stands, or others change it meanwhile.
 */
export async function digestAt(parent: HeldDirectory, name: string, signal?: AbortSignal): Promise<string | undefined> {
  try {
    using entry = parent.step(name);
    return await digestOf(entry, signal);
  } catch (error) {
    if (gone.includes((error as NodeJS.ErrnoException).code ?? "")) return undefined;
    throw error;
  }
}

async function digestOf(entry: HeldEntry, signal: AbortSignal | undefined): Promise<string> {
  const { stats } = entry;
  if (stats.isFile()) return fileDigest(entry, signal);
  if (stats.isSymbolicLink()) return linkDigest(entry.linkTarget());
  if (!stats.isDirectory()) return "special";
  using folder = entry.intoDirectory();
  const digest = new FolderDigest();
  for (const { name } of folder.list()) {
    using inner = folder.step(name);
    digest.add(folder, name, await digestOf(inner, signal));
  }
  return digest.finish();
}

async function fileDigest(entry: HeldEntry, signal: AbortSignal | undefined): Promise<string> {
  const descriptor = entry.openFile();
  const hash = createHash("sha256");
  const chunk = Buffer.allocUnsafe(Math.min(chunkBytes, Number(entry.stats.size) + 1));
  try {
    for (let offset = 0; ; ) {
      signal?.throwIfAborted();
      const { bytesRead } = await readDescriptor(descriptor, chunk, 0, chunk.length, offset);
      if (bytesRead === 0) return hash.digest("hex");
      hash.update(chunk.subarray(0, bytesRead));
      offset += bytesRead;
    }
  } finally {
    closeSync(descriptor);
  }
}
