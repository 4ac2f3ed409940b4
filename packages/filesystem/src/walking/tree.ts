import type { HeldDirectory } from "../containment/held-directory.ts";
import { type EntryType, entryType } from "../paths/entry-type.ts";
import type { IgnoreRules } from "./ignore-rules.ts";

/** Other calls are let through at least this often, in milliseconds. */
const slice = 15;

/** One entry met on the way through a tree. */
export interface TreeEntry {
  /** From the folder where the walk began. */
  readonly names: readonly string[];
  readonly type: EntryType;
  /** Holds the entry; open until the walk goes on. */
  readonly parent: HeldDirectory;
}

/** How far and where a tree is walked. */
export interface TreeOptions {
  /** 1 is the folder's own entries. */
  readonly depth: number;
  readonly hidden: boolean;
  /** Undefined to take no notice of `.gitignore` files. */
  readonly ignoring: IgnoreRules | undefined;
  /** Go on behind this entry of an earlier walk. */
  readonly after: readonly string[] | undefined;
  readonly signal: AbortSignal;
}

/**
 * Walks a folder's tree, each folder before what is in it and names in order, through held directories and following no
 * link. What cannot be entered is passed over and counted.
 */
export class Tree {
  /** Folders that the system did not let be read. */
  unreadable = 0;
  readonly #options: TreeOptions;
  #sliceEnd = performance.now() + slice;

  constructor(options: TreeOptions) {
    this.#options = options;
  }

  async *entries(folder: HeldDirectory): AsyncGenerator<TreeEntry> {
    yield* this.#inside(folder, [], this.#options.after ?? [], this.#options.ignoring);
  }

  async *#inside(
    parent: HeldDirectory,
    above: readonly string[],
    after: readonly string[],
    outerRules: IgnoreRules | undefined,
  ): AsyncGenerator<TreeEntry> {
    const rules = outerRules?.within(parent, above);
    const [seen, ...seenInside] = after;
    for (const { name, type } of this.#sorted(parent)) {
      await this.#breathe();
      if (seen !== undefined && name < seen) continue;
      const names = [...above, name];
      if (rules?.excludes(names, type === "directory")) continue;
      const wasSeen = name === seen;
      if (!wasSeen) yield { names, type, parent };
      if (type !== "directory" || names.length >= this.#options.depth) continue;
      const folder = this.#enter(parent, name);
      if (folder === undefined) continue;
      try {
        yield* this.#inside(folder, names, wasSeen ? seenInside : [], rules);
      } finally {
        folder[Symbol.dispose]();
      }
    }
  }

  #sorted(parent: HeldDirectory): Array<{ name: string; type: EntryType }> {
    const { hidden } = this.#options;
    return parent
      .list()
      .filter(({ name }) => hidden || !name.startsWith("."))
      .map((entry) => ({ name: entry.name, type: entryType(entry) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Nothing when the folder is gone, was replaced by something else, or may not be read. */
  #enter(parent: HeldDirectory, name: string): HeldDirectory | undefined {
    let folder: HeldDirectory | undefined;
    try {
      using entry = parent.step(name);
      if (!entry.stats.isDirectory()) return undefined;
      folder = entry.intoDirectory();
      folder.list();
      return folder;
    } catch {
      folder?.[Symbol.dispose]();
      this.unreadable += 1;
      return undefined;
    }
  }

  async #breathe(): Promise<void> {
    if (performance.now() < this.#sliceEnd) return;
    await new Promise((resolve) => setImmediate(resolve));
    this.#options.signal.throwIfAborted();
    this.#sliceEnd = performance.now() + slice;
  }
}
