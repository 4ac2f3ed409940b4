import type { Stats } from "node:fs";
import { sep } from "node:path";
import type { HeldDirectory } from "@drawbridge/core";
import { canBeAsked } from "../paths/can-be-asked.ts";
import type { Change } from "./change.ts";
import { TooManyEntries } from "./too-many-entries.ts";

/** A folder by its entries; anything else by when it was last changed, in milliseconds. */
type Remembered = Map<string, Remembered | number>;

interface RememberedTreeOptions {
  readonly root: HeldDirectory;
  /** Entries that are remembered at most. */
  readonly most: number;
  /** Aborted when nobody wants to know any more. */
  readonly signal: AbortSignal;
  /** Hears of each difference, in the order in which they are come by. */
  differs(names: readonly string[], kind: Change["kind"]): void;
}

/** Deeper lies nothing that could be asked for. */
const deepest = 256;

/** Other calls are let through at least this often, in milliseconds. */
const slice = 15;

/** What a root's tree was when it was last looked at, to tell what became different. Follows no link. */
export class RememberedTree {
  readonly #options: RememberedTreeOptions;
  readonly #entries: Remembered = new Map();
  #count = 0;
  #sliceEnd = 0;
  /** Whether a folder that has folders in it was come by which was not known before. */
  foundTree = false;

  constructor(options: RememberedTreeOptions) {
    this.#options = options;
  }

  /** Looks at everything. Throws `TooManyEntries`. */
  async lookAtAll(): Promise<void> {
    await this.#look(this.#options.root, this.#entries, []);
  }

  /** Looks at entries of one folder, and all that is in them. What lies in a folder not known yet is that folder's news. */
  async lookAt(folder: readonly string[], entries: ReadonlySet<string>): Promise<void> {
    const held: HeldDirectory[] = [];
    let known = this.#entries;
    let looked = entries;
    try {
      for (const name of folder) {
        if (!isName(name)) return;
        const inside = known.get(name);
        const entered = typeof inside === "object" ? enter(held.at(-1) ?? this.#options.root, name) : undefined;
        if (typeof inside !== "object" || entered === undefined) {
          looked = new Set([name]);
          break;
        }
        held.push(entered);
        known = inside;
      }
      await this.#look(held.at(-1) ?? this.#options.root, known, folder.slice(0, held.length), looked);
    } finally {
      for (const directory of held) directory[Symbol.dispose]();
    }
  }

  async #look(
    directory: HeldDirectory,
    known: Remembered,
    above: readonly string[],
    names: ReadonlySet<string> = namesIn(directory, known),
  ): Promise<void> {
    for (const name of names) {
      await this.#breathe();
      if (isName(name)) await this.#lookAtOne(directory, known, [...above, name]);
    }
  }

  async #lookAtOne(directory: HeldDirectory, known: Remembered, names: readonly string[]): Promise<void> {
    const name = names.at(-1) ?? "";
    const before = known.get(name);
    const stats = statsOf(directory, name);
    if (stats === undefined) {
      if (before === undefined) return;
      known.delete(name);
      this.#count -= sizeOf(before);
      this.#options.differs(names, "removed");
    } else if (stats.isDirectory()) {
      const inside = typeof before === "object" ? before : this.#remember(known, names, new Map(), before);
      await this.#lookInto(directory, inside, names);
      if (inside !== before && [...inside.values()].some((entry) => typeof entry === "object")) this.foundTree = true;
    } else if (before !== stats.ctimeMs) {
      this.#remember(known, names, stats.ctimeMs, before);
    }
  }

  #remember<Entry extends Remembered | number>(
    known: Remembered,
    names: readonly string[],
    entry: Entry,
    before: Remembered | number | undefined,
  ): Entry {
    known.set(names.at(-1) ?? "", entry);
    this.#count += 1 - (before === undefined ? 0 : sizeOf(before));
    if (this.#count > this.#options.most) throw new TooManyEntries();
    this.#options.differs(names, before === undefined ? "created" : "modified");
    return entry;
  }

  async #lookInto(parent: HeldDirectory, known: Remembered, names: readonly string[]): Promise<void> {
    if (names.length >= deepest) return;
    using directory = enter(parent, names.at(-1) ?? "");
    if (directory !== undefined) await this.#look(directory, known, names);
  }

  async #breathe(): Promise<void> {
    if (performance.now() < this.#sliceEnd) return;
    await new Promise((resolve) => setImmediate(resolve));
    this.#options.signal.throwIfAborted();
    this.#sliceEnd = performance.now() + slice;
  }
}

/** What is said to differ is a hint from outside, which must not climb. */
function isName(name: string): boolean {
  return canBeAsked(name) && name !== "" && name !== "." && name !== ".." && !name.includes(sep);
}

function namesIn(directory: HeldDirectory, known: Remembered): ReadonlySet<string> {
  const names = new Set(known.keys());
  try {
    for (const { name } of directory.list()) names.add(name);
  } catch {
    // A folder that may not be read any more shows nothing; what was in it is asked for by name.
  }
  return names;
}

/** Undefined where nothing stands there, or nothing that may be seen. */
function statsOf(directory: HeldDirectory, name: string): Stats | undefined {
  try {
    return directory.stat(name);
  } catch {
    return undefined;
  }
}

/** Undefined for what is no folder by now, or may not be entered. */
function enter(parent: HeldDirectory, name: string): HeldDirectory | undefined {
  try {
    using entry = parent.step(name);
    return entry.stats.isDirectory() ? entry.intoDirectory() : undefined;
  } catch {
    return undefined;
  }
}

function sizeOf(entry: Remembered | number): number {
  if (typeof entry === "number") return 1;
  let size = 1;
  for (const inside of entry.values()) size += sizeOf(inside);
  return size;
}
