import type { Stats } from "node:fs";
import type { HeldDirectory } from "@drawbridge/core";
import type { EntryType } from "../paths/entry-type.ts";
import { fileError } from "../paths/file-error.ts";
import { isMisnamed } from "../paths/is-misnamed.ts";
import { type FolderSnapshots, type Listed, readInOrder } from "./folder-snapshots.ts";
import type { IgnoreRules } from "./ignore-rules.ts";
import { StatsAhead } from "./stats-ahead.ts";

/** What lies deeper could not be asked for: no longer path is taken. */
const longestPath = 4096;

/** Other calls are let through at least this often, in milliseconds. */
const slice = 15;

/** Entries handed on together. */
const mostGrouped = 256;

/** What a walk meets in place of an entry when others are to be let through. */
const breath = Symbol("breath");

/** One entry met on the way through a tree. */
export interface TreeEntry {
  /** From the folder where the walk began. */
  readonly names: readonly string[];
  readonly type: EntryType;
  /** Holds the entry; open until the walk goes on. */
  readonly parent: HeldDirectory;
  /** Its facts, of a link its own, until the walk goes on; undefined where it is gone by then. */
  stats(): Stats | undefined;
}

/** How far and where a tree is walked. */
export interface TreeOptions {
  /** 1 is the folder's own entries. */
  readonly depth: number;
  readonly hidden: boolean;
  /** The depth is a bound and no wish: folders below it are counted as unreadable. */
  readonly toTheBottom: boolean;
  /** Undefined to take no notice of `.gitignore` files. */
  readonly ignoring: IgnoreRules | undefined;
  /** Go on behind this entry of an earlier walk. */
  readonly after: readonly string[] | undefined;
  /** Where the folder's own entries may be known from an earlier page. */
  readonly snapshots?: FolderSnapshots;
  readonly signal: AbortSignal;
  /** Told of files and links whose names are not UTF-8, by the names as they come; without it they are counted as unreadable. */
  misnamed?(names: readonly string[]): void;
}

/**
 * Walks a folder's tree, each folder before what is in it and names in order, through held directories and following no
 * link. What cannot be entered is passed over and counted.
 */
export class Tree {
  /** Folders that the system did not let be read or that lie too deep, and entries whose names are not UTF-8. */
  unreadable = 0;
  /** Entries whose facts were asked for and are not told: the folder may be read, and not what is in it be looked at. */
  unknown = 0;
  readonly #options: TreeOptions;
  #sliceEnd = performance.now() + slice;

  constructor(options: TreeOptions) {
    this.#options = options;
  }

  /** @param path the folder's, for an error: throws `refused` when it cannot be read itself */
  async *entries(folder: HeldDirectory, path: string): AsyncGenerator<TreeEntry> {
    for (const met of this.#walk(folder, path)) {
      if (met === breath) await this.#breathe();
      else yield met;
    }
  }

  /** As `entries`, for who needs no entry held: many of them at a time, since a promise for each takes longer than all else. */
  async *groups(
    folder: HeldDirectory,
    path: string,
  ): AsyncGenerator<ReadonlyArray<Omit<TreeEntry, "parent" | "stats">>> {
    let group: Array<Omit<TreeEntry, "parent" | "stats">> = [];
    for (const met of this.#walk(folder, path)) {
      if (met !== breath) group.push(met);
      if (met !== breath && group.length < mostGrouped) continue;
      yield group;
      group = [];
      if (met === breath) await this.#breathe();
    }
    yield group;
  }

  /**
   * As `entries`, for who needs to wait for nothing at an entry: a promise for each would take longer than all else.
   *
   * @param goesOn told of each entry; whether the walk goes on
   */
  async visit(folder: HeldDirectory, path: string, goesOn: (entry: TreeEntry) => boolean): Promise<void> {
    for (const met of this.#walk(folder, path)) {
      if (met === breath) await this.#breathe();
      else if (!goesOn(met)) return;
    }
  }

  *#walk(folder: HeldDirectory, path: string): Generator<TreeEntry | typeof breath> {
    let listed: readonly Listed[];
    try {
      const { snapshots, after } = this.#options;
      listed = snapshots?.inOrder(folder, after !== undefined) ?? readInOrder(folder);
    } catch (error) {
      throw fileError(error, path);
    }
    yield* this.#inside(folder, listed, [], this.#options.after ?? [], this.#options.ignoring);
  }

  *#inside(
    parent: HeldDirectory,
    listed: readonly Listed[],
    above: readonly string[],
    after: readonly string[],
    outerRules: IgnoreRules | undefined,
  ): Generator<TreeEntry | typeof breath> {
    const rules = hasRules(listed) ? outerRules?.within(parent, above) : outerRules;
    const [seen, ...seenInside] = after;
    const left = listedFrom(listed, seen);
    const ahead = new StatsAhead(parent, left);
    for (const [index, { name, type }] of left.entries()) {
      if (performance.now() >= this.#sliceEnd) yield breath;
      const names = [...above, name];
      if (!this.#isShown(parent, names, type)) continue;
      if (rules?.excludes(names, type === "directory")) continue;
      const wasSeen = name === seen;
      if (!wasSeen) yield { names, type, parent, stats: () => ahead.of(index) ?? this.#missed(parent, names, type) };
      if (type !== "directory" || this.#isTooDeep(names)) continue;
      const entered = this.#enter(parent, names);
      if (entered === undefined) continue;
      try {
        yield* this.#inside(entered.folder, entered.listed, names, wasSeen ? seenInside : [], rules);
      } finally {
        entered.folder[Symbol.dispose]();
      }
    }
  }

  #isTooDeep({ length }: readonly string[]): boolean {
    if (length < this.#options.depth) return false;
    if (this.#options.toTheBottom) this.unreadable += 1;
    return true;
  }

  /** A name that is not UTF-8 comes with a character in its place, by which the entry cannot be reached. */
  #isShown(parent: HeldDirectory, names: readonly string[], type: EntryType): boolean {
    const name = names.at(-1) ?? "";
    const { hidden, misnamed } = this.#options;
    if (name.startsWith(".") && !hidden) return false;
    if (!isMisnamed(name)) return true;
    try {
      parent.stat(name);
      return true;
    } catch {
      if (misnamed === undefined || type === "directory") this.unreadable += 1;
      else misnamed(names);
      return false;
    }
  }

  /** Told of an entry without facts: one that is there all the same is counted, a folder that is entered as such. */
  #missed(parent: HeldDirectory, names: readonly string[], type: EntryType): undefined {
    if (type === "directory" && names.length < this.#options.depth) return;
    try {
      parent.stat(names.at(-1) ?? "");
    } catch (error) {
      const { code = "" } = error as NodeJS.ErrnoException;
      if (code === "EACCES" || code === "EPERM") this.unknown += 1;
    }
  }

  /** Nothing when the folder is gone, was replaced by something else, or may not be read. */
  #enter(parent: HeldDirectory, names: readonly string[]): { folder: HeldDirectory; listed: Listed[] } | undefined {
    let folder: HeldDirectory | undefined;
    try {
      if (Buffer.byteLength(names.join("/")) > longestPath) throw new Error("Too deep");
      using entry = parent.step(names.at(-1) ?? "");
      if (!entry.stats.isDirectory()) return undefined;
      folder = entry.intoDirectory();
      return { folder, listed: readInOrder(folder) };
    } catch {
      folder?.[Symbol.dispose]();
      this.unreadable += 1;
      return undefined;
    }
  }

  async #breathe(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.#options.signal.throwIfAborted();
    this.#sliceEnd = performance.now() + slice;
  }
}

/** Some file systems find it by capitals too. */
function hasRules(listed: readonly Listed[]): boolean {
  for (const { name } of listedFrom(listed, ".")) {
    if (!name.startsWith(".")) return false;
    if (name.length === ".gitignore".length && name.toLowerCase() === ".gitignore") return true;
  }
  return false;
}

/** The entries from a name on. Looked for by halves: each page of a large folder begins with this. */
function listedFrom(listed: readonly Listed[], name: string | undefined): readonly Listed[] {
  if (name === undefined) return listed;
  let [from, to] = [0, listed.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((listed[middle]?.name ?? "") < name) from = middle + 1;
    else to = middle;
  }
  return listed.slice(from);
}
