import { closeSync, type Dirent, lutimesSync, mkdirSync, symlinkSync } from "node:fs";
import { ConnectorError, type HeldDirectory, type HeldEntry } from "@drawbridge/core";
import type { Attributes } from "../../journal/records/operation.ts";
import { isMisnamed } from "../../paths/is-misnamed.ts";
import { showName } from "../../paths/show-name.ts";
import { settled } from "../transaction/settled.ts";
import { attributesOf } from "./attributes-of.ts";
import { copyContent } from "./copy-content.ts";
import { createFile } from "./create-file.ts";
import { FolderDigest } from "./folder-digest.ts";
import { linkDigest } from "./link-digest.ts";
import { secondsOf } from "./seconds-of.ts";
import { setAttributes } from "./set-attributes.ts";
import { syncDirectory } from "./sync-directory.ts";

/** Files of one folder, for most of the time is spent on waiting for the disk. */
const atOnce = 8;

export interface Copying {
  readonly signal?: AbortSignal | undefined;
  /** Whether the owner is kept, which only a few may; else it is whoever copies. */
  readonly keepOwner?: boolean;
  /** Asked for each entry of a folder, by its names from there; throws for what must not be copied. */
  check?(names: readonly string[], entry: HeldEntry): void;
  copied?(bytes: number): void;
}

/**
 * Copies an entry with all that is in it, permissions and times included, and forces it to the disk. Links are copied as
 * links. Throws `refused` for devices, FIFOs and sockets. Returns what tells the content,
 * as `digestAt` does.
 */
export async function copyEntry(
  entry: HeldEntry,
  to: HeldDirectory,
  name: string,
  copying: Copying = {},
): Promise<string> {
  return copy(entry, to, name, [], copying);
}

async function copy(
  entry: HeldEntry,
  to: HeldDirectory,
  name: string,
  names: readonly string[],
  copying: Copying,
): Promise<string> {
  const { stats } = entry;
  copying.check?.(names, entry);
  copying.signal?.throwIfAborted();
  if (stats.isFile()) return copyFile(entry, to, name, copying);
  if (stats.isSymbolicLink()) return copyLink(entry, to, name);
  if (stats.isDirectory()) return copyFolder(entry, to, name, names, copying);
  throw new ConnectorError(
    "refused",
    `${what(names)} is a device, a FIFO or a socket, of which no copy can be made, on this disk or another. ` +
      "Name files, or folders without any, instead.",
  );
}

/** By its name where it comes from: where it goes it may have one that nobody gave it. */
function what(names: readonly string[]): string {
  return names.length === 0 ? "What was named" : showName(names.join("/"));
}

async function copyFile(entry: HeldEntry, to: HeldDirectory, name: string, copying: Copying): Promise<string> {
  const from = entry.openFile();
  try {
    let digest = "";
    await createFile(to, name, async (descriptor) => {
      digest = await copyContent(from, descriptor, copying);
      setAttributes(descriptor, ownedBy(entry, copying));
    });
    return digest;
  } finally {
    closeSync(from);
  }
}

function copyLink(entry: HeldEntry, to: HeldDirectory, name: string): string {
  const target = entry.linkTarget();
  const { atimeNs, mtimeNs } = entry.stats;
  to.withPath(name, (path) => symlinkSync(target, path));
  to.withPath(name, (path) => lutimesSync(path, secondsOf(atimeNs), secondsOf(mtimeNs)));
  return linkDigest(target);
}

async function copyFolder(
  entry: HeldEntry,
  to: HeldDirectory,
  name: string,
  names: readonly string[],
  copying: Copying,
): Promise<string> {
  to.withPath(name, (path) => mkdirSync(path, 0o700));
  using made = to.step(name);
  const attributes = ownedBy(entry, copying);
  using from = entry.intoDirectory();
  using folder = made.intoDirectory();
  const digest = new FolderDigest();
  const copyInner = async ({ name: inner }: Dirent) => {
    using held = stepInto(from, inner);
    digest.add(folder, inner, await copy(held, folder, inner, [...names, inner], copying));
  };
  const [folders, others] = parted(from.list());
  for (let start = 0; start < others.length; start += atOnce) {
    await settled(others.slice(start, start + atOnce).map(copyInner));
  }
  for (const inner of folders) await copyInner(inner);
  await syncDirectory(folder);
  const descriptor = folder.openSelf();
  if (descriptor === undefined) return digest.finish();
  try {
    setAttributes(descriptor, attributes);
  } finally {
    closeSync(descriptor);
  }
  return digest.finish();
}

function parted(entries: readonly Dirent[]): readonly [folders: Dirent[], others: Dirent[]] {
  return [entries.filter((entry) => entry.isDirectory()), entries.filter((entry) => !entry.isDirectory())];
}

function stepInto(from: HeldDirectory, name: string): HeldEntry {
  try {
    return from.step(name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT" || !isMisnamed(name)) throw error;
    throw new ConnectorError(
      "refused",
      `In what is copied stands a name that is not UTF-8 (${showName(name)}), which cannot be copied. A person has to rename it.`,
    );
  }
}

function ownedBy({ stats }: HeldEntry, { keepOwner = false }: Copying): Partial<Attributes> {
  const { mode, uid, gid, atime, mtime } = attributesOf(stats);
  // Bits that lend the owner's rights are not lent by another.
  return keepOwner ? { mode, uid, gid, atime, mtime } : { mode: mode & 0o777, atime, mtime };
}
