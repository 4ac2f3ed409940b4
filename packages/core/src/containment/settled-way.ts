import { fstatSync, lstatSync, readlinkSync, statfsSync } from "node:fs";
import { dirname } from "node:path";

const exact = { bigint: true } as const;

/** Longer than the longest tick in which a file system may give two changes one time: two seconds, in nanoseconds. */
const longestTick = 2_000_000_000n;

/** File systems of the machine itself, by their numbers, which note in each folder when an entry of it was last exchanged. */
const noting = new Set([
  0xef53, // ext2 to ext4
  0x58465342, // xfs
  0x9123683e, // btrfs
  0x2fc12fc1, // zfs
  0xf2f52010, // f2fs
  0x01021994, // tmpfs
  0x794c7630, // overlayfs
]);

/** In bytes: with any name behind it, the path is well within the 4096 that a system call takes. */
const longestPath = 2048;

interface Identity {
  readonly dev: bigint;
  readonly ino: bigint;
}

/**
 * The plain path of a folder that is held open, for as long as it is sure to lead there. Whoever puts something else in the
 * place of a folder on the way changes the folder above it, and no program can set back the time of that. So where all
 * folders above were last changed before the path was looked at, and are unchanged after it was used, it led to the folder that
 * is held all the while, and what was come by on it counts; otherwise that must be thrown away.
 */
export class SettledWay {
  readonly path: string;
  readonly #above: readonly string[];
  readonly #state: string;
  readonly #folder: Identity;

  private constructor(path: string, above: readonly string[], state: string, folder: Identity) {
    this.path = path;
    this.#above = above;
    this.#state = state;
    this.#folder = folder;
  }

  /** Undefined where something on the way was changed a moment ago, or nothing can be said of where it lies. */
  static to(descriptor: number): SettledWay | undefined {
    try {
      const path = readlinkSync(`/proc/self/fd/${descriptor}`);
      if (!path.startsWith("/") || Buffer.byteLength(path) > longestPath) return undefined;
      const above = foldersAbove(path);
      const state = stateOf(above);
      if (state === undefined || !above.every((folder) => noting.has(statfsSync(folder).type))) return undefined;
      const way = new SettledWay(path, above, state, fstatSync(descriptor, exact));
      // Only now: what the path led to before the state was looked at says nothing of where it leads from then on.
      return way.#leadsToFolder() ? way : undefined;
    } catch {
      return undefined;
    }
  }

  /** Whether the path led to the folder from when this was made until now. */
  holds(): boolean {
    try {
      return this.#leadsToFolder() && stateOf(this.#above) === this.#state;
    } catch {
      return false;
    }
  }

  /** What is mounted over a folder shows by this alone: the folders above are as they were. */
  #leadsToFolder(): boolean {
    const { dev, ino } = lstatSync(this.path, exact);
    return dev === this.#folder.dev && ino === this.#folder.ino;
  }
}

function foldersAbove(path: string): string[] {
  const above: string[] = [];
  for (let at = path; at !== "/"; above.push(at)) at = dirname(at);
  return above;
}

/**
 * What each folder is, and when it was last changed. Undefined where that may have been just now, and where a link stands for one,
 * as it can for a name that is not UTF-8: what that leads through is not looked at.
 */
function stateOf(folders: readonly string[]): string | undefined {
  const settled = BigInt(Date.now()) * 1_000_000n - longestTick;
  let state = "";
  for (const folder of folders) {
    const stats = lstatSync(folder, exact);
    if (stats.ctimeNs > settled || !stats.isDirectory()) return undefined;
    state += `${stats.dev}:${stats.ino}:${stats.ctimeNs}\n`;
  }
  return state;
}
