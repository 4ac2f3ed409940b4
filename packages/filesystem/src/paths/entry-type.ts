import type { BigIntStats, Dirent, Stats } from "node:fs";

/** What an entry of a directory is. `other` is a FIFO, a socket or a device: never opened. */
export type EntryType = "file" | "directory" | "symlink" | "other";

/** The type, where the file system tells it. */
export function entryType(entry: Dirent | Stats | BigIntStats): EntryType {
  if (entry.isFile()) return "file";
  if (entry.isDirectory()) return "directory";
  return entry.isSymbolicLink() ? "symlink" : "other";
}
