import { type EntryType, entryType } from "../paths/entry-type.ts";
import type { TreeEntry } from "./tree.ts";

/** One entry of a listing, as it is answered. */
export interface EntryFacts {
  readonly path: string;
  readonly type: EntryType;
  readonly size?: number;
  readonly modified: string;
}

/**
 * Looks up an entry's facts; undefined when it is gone by now. Of a link they are its own.
 *
 * @param folder what leads to the folder that is listed, from `leadingTo`
 */
export function entryFacts(entry: TreeEntry, folder: string): EntryFacts | undefined {
  const { names } = entry;
  const stats = entry.stats();
  if (stats === undefined) return undefined;
  const path = folder + names.join("/");
  const type = entryType(stats);
  const modified = stats.mtime.toISOString();
  return type === "file" ? { path, type, size: stats.size, modified } : { path, type, modified };
}
