import type { HeldDirectory } from "@drawbridge/core";
import { type EntryType, entryType } from "../paths/entry-type.ts";

/** An entry of a folder, as the folder itself tells of it. */
export interface Listed {
  readonly name: string;
  readonly type: EntryType;
}

interface Snapshot {
  readonly listed: readonly Listed[];
  /** What the folder's facts were. */
  readonly state: string;
  readonly taken: number;
}

/** Smaller folders are read again as fast. */
const fewest = 1000;

/** Entries of one snapshot: a few MiB of names. */
const most = 100_000;

/** Folders. */
const mostKept = 4;

/** In milliseconds; a page that is asked for later reads the folder anew. */
const longest = 30_000;

/** Within so many milliseconds a file system may give two changes one time. */
const coarsest = 2000;

/**
 * Large folders as they were read for one page, so that the next does not read and sort them again. One is used only
 * while its folder is unchanged by inode and times, and only by a page that goes on: a first page reads what is there.
 */
export class FolderSnapshots {
  readonly #kept = new Map<string, Snapshot>();

  /** @param goesOn whether an earlier page may have read the folder */
  inOrder(folder: HeldDirectory, goesOn: boolean): readonly Listed[] {
    const { dev, ino, mtimeNs, ctimeNs, ctimeMs } = folder.self();
    const identity = `${dev}:${ino}`;
    const state = `${mtimeNs}:${ctimeNs}`;
    const now = Date.now();
    const kept = this.#kept.get(identity);
    if (goesOn && kept?.state === state && now - kept.taken < longest) return kept.listed;
    this.#kept.delete(identity);
    const listed = readInOrder(folder);
    const isSettled = now - Number(ctimeMs) > coarsest;
    if (isSettled && listed.length >= fewest && listed.length <= most)
      this.#keep(identity, { listed, state, taken: now });
    return listed;
  }

  #keep(identity: string, snapshot: Snapshot): void {
    const [oldest] = this.#kept.keys();
    if (oldest !== undefined && this.#kept.size >= mostKept) this.#kept.delete(oldest);
    this.#kept.set(identity, snapshot);
  }
}

/** All entries of a folder by their names. */
export function readInOrder(folder: HeldDirectory): Listed[] {
  return folder
    .list()
    .map((entry) => ({ name: entry.name, type: entryType(entry) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
