import { createHash } from "node:crypto";
import { closeSync, mkdirSync } from "node:fs";
import type { HeldDirectory } from "@drawbridge/core";
import { createFile } from "../changing/disk/create-file.ts";
import { FolderDigest } from "../changing/disk/folder-digest.ts";
import { setAttributes } from "../changing/disk/set-attributes.ts";
import { syncDirectory } from "../changing/disk/sync-directory.ts";
import { writeAll } from "../changing/disk/write-all.ts";
import { settled } from "../changing/transaction/settled.ts";
import type { Attributes } from "../journal/records/operation.ts";
import type { Archive } from "./archive.ts";
import type { Archived, ArchivedFile, ArchivedFolder } from "./archived.ts";

/** Files of one folder, for most of the time is spent on waiting for the disk. */
const atOnce = 8;

export interface Unpacking {
  readonly archive: Archive;
  readonly signal: AbortSignal;
  unpacked(bytes: number): void;
}

/**
 * Makes a file or folder of an archive with all that is in it, and forces it to the disk. Of its permissions only whether
 * it can be run is taken over. Returns what tells the content, as `digestAt` does.
 */
export async function unpack(
  archived: Archived,
  to: HeldDirectory,
  name: string,
  unpacking: Unpacking,
): Promise<string> {
  unpacking.signal.throwIfAborted();
  if (archived.type === "file") return unpackFile(archived, to, name, unpacking);
  return unpackFolder(archived, to, name, unpacking);
}

async function unpackFile(file: ArchivedFile, to: HeldDirectory, name: string, unpacking: Unpacking): Promise<string> {
  const hash = createHash("sha256");
  await createFile(to, name, async (descriptor) => {
    for await (const chunk of unpacking.archive.content(file)) {
      unpacking.signal.throwIfAborted();
      hash.update(chunk);
      await writeAll(descriptor, chunk);
      unpacking.unpacked(chunk.length);
    }
    setAttributes(descriptor, attributes(file.isExecutable ? 0o755 : 0o644, file.modified));
  });
  return hash.digest("hex");
}

async function unpackFolder(
  { inner, modified }: ArchivedFolder,
  to: HeldDirectory,
  name: string,
  unpacking: Unpacking,
): Promise<string> {
  to.withPath(name, (path) => mkdirSync(path, 0o700));
  using made = to.step(name);
  using folder = made.intoDirectory();
  const digest = new FolderDigest();
  const make = async (archived: Archived) =>
    digest.add(folder, archived.name, await unpack(archived, folder, archived.name, unpacking));
  const files = [...inner.values()].filter(({ type }) => type === "file");
  for (let start = 0; start < files.length; start += atOnce) {
    await settled(files.slice(start, start + atOnce).map(make));
  }
  for (const archived of inner.values()) if (archived.type === "folder") await make(archived);
  await syncDirectory(folder);
  const descriptor = folder.openSelf();
  if (descriptor === undefined) return digest.finish();
  try {
    setAttributes(descriptor, attributes(0o755, modified));
  } finally {
    closeSync(descriptor);
  }
  return digest.finish();
}

function attributes(mode: number, modified: Date | undefined): Partial<Attributes> {
  const time = modified === undefined ? undefined : `${BigInt(modified.getTime()) * 1_000_000n}`;
  return { mode: mode & ~process.umask(), ...(time === undefined ? {} : { atime: time, mtime: time }) };
}
