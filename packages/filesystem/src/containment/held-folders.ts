import type { HeldDirectory, HeldEntry } from "@drawbridge/core";

/** As many as are ever held. */
const most = 256;

/** Folders that are held to the end of the server, since a call may be using any of them at any time; each once. */
export class HeldFolders implements Disposable {
  readonly #held = new Map<string, HeldDirectory>();

  /** The folder that an entry is, whoever disposes of the entry; undefined where no more can be held. */
  hold(entry: HeldEntry): HeldDirectory | undefined {
    const { dev, ino } = entry.stats;
    // What is held keeps its number: no other folder can have it.
    const key = `${dev}:${ino}`;
    const held = this.#held.get(key);
    if (held !== undefined || this.#held.size >= most) return held;
    const directory = entry.intoDirectory();
    this.#held.set(key, directory);
    return directory;
  }

  [Symbol.dispose](): void {
    for (const directory of this.#held.values()) directory[Symbol.dispose]();
    this.#held.clear();
  }
}
