import { ConnectorError } from "@drawbridge/core";
import type { HeldDirectory } from "../containment/held-directory.ts";
import type { HeldEntry } from "../containment/held-entry.ts";
import type { Root } from "../roots/root.ts";

/** As many as Linux follows. */
const mostLinks = 40;

/** Where a walk ended. */
export interface Reached extends Disposable {
  /** Undefined for the root itself. */
  readonly entry: HeldEntry | undefined;
  /** The directory that holds the entry; the root for the root itself. Closed with this. */
  readonly parent: HeldDirectory;
  /** The names that lead from the root to the entry, without links. */
  readonly names: readonly string[];
}

/**
 * Walks from a root, one name at a time, resolving links in our own code as the kernel would, but never out of the
 * root: a link may climb above it only to come straight back. Throws `refused` for what leads outside, and the
 * system's errors.
 *
 * @param parts names, `.` and `..`
 * @param followLast whether a link at the very end is followed
 */
export function walk(root: Root, parts: readonly string[], followLast: boolean): Reached {
  const walker = new Walker(root);
  try {
    return walker.walk(parts, followLast);
  } catch (error) {
    walker.close();
    throw error;
  }
}

class Walker {
  readonly #root: Root;
  readonly #rootNames: readonly string[];
  readonly #directories: HeldDirectory[] = [];
  readonly #names: string[] = [];
  /** How many names of the root's own path were climbed; 0 is inside. */
  #above = 0;
  #links = 0;

  constructor(root: Root) {
    this.#root = root;
    this.#rootNames = split(root.real);
  }

  walk(parts: readonly string[], followLast: boolean): Reached {
    const pending = [...parts].reverse();
    for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
      if (this.#moveAmongNames(name)) continue;
      const entry = this.#here().step(name);
      const isLast = pending.length === 0;
      if (entry.stats.isSymbolicLink() && (!isLast || followLast)) {
        using link = entry;
        pending.push(...this.#turn(link.linkTarget()).reverse());
      } else if (isLast) {
        return this.#reached(entry, name);
      } else {
        this.#enter(entry, name);
      }
    }
    if (this.#above > 0) throw outside();
    return this.#reachedDirectory();
  }

  close(): void {
    for (const directory of this.#directories.splice(0)) directory[Symbol.dispose]();
  }

  /** Moves that need no look at the disk: `.`, `..`, and names of the root's own path on the way back down to it. */
  #moveAmongNames(name: string): boolean {
    if (name === "" || name === ".") return true;
    if (name === "..") {
      if (this.#directories.length === 0) this.#above = Math.min(this.#above + 1, this.#rootNames.length);
      else this.#leave();
      return true;
    }
    if (this.#above === 0) return false;
    if (name !== this.#rootNames[this.#rootNames.length - this.#above]) throw outside();
    this.#above -= 1;
    return true;
  }

  /** Follows a link: the names that it adds to the way. */
  #turn(target: string): string[] {
    this.#links += 1;
    if (this.#links > mostLinks)
      throw new ConnectorError("refused", "The path goes through more than 40 links, or in a circle.");
    const names = split(target);
    if (!isAbsolute(target)) return names;
    this.close();
    this.#names.length = 0;
    // The root may be known by a path with links of its own, which a link inside it can use just as well.
    const given = split(this.#root.given);
    if (given.every((name, index) => names[index] === name)) return names.slice(given.length);
    this.#above = this.#rootNames.length;
    return names;
  }

  #enter(entry: HeldEntry, name: string): void {
    if (!entry.stats.isDirectory()) {
      entry[Symbol.dispose]();
      throw Object.assign(new Error(`${name} is no directory`), { code: "ENOTDIR" });
    }
    this.#directories.push(entry.intoDirectory());
    this.#names.push(name);
  }

  #leave(): void {
    this.#directories.pop()?.[Symbol.dispose]();
    this.#names.pop();
  }

  #here(): HeldDirectory {
    return this.#directories.at(-1) ?? this.#root.directory;
  }

  #reached(entry: HeldEntry, name: string): Reached {
    const close = () => this.close();
    return {
      entry,
      parent: this.#here(),
      names: [...this.#names, name],
      [Symbol.dispose]() {
        entry[Symbol.dispose]();
        close();
      },
    };
  }

  /** The way ended in a directory that was already entered, as `a/..` does: it is looked up once more by its name. */
  #reachedDirectory(): Reached {
    const name = this.#names.at(-1);
    const close = () => this.close();
    if (name === undefined) {
      return { entry: undefined, parent: this.#root.directory, names: [], [Symbol.dispose]: close };
    }
    this.#leave();
    const entry = this.#here().step(name);
    if (entry.stats.isDirectory()) return this.#reached(entry, name);
    entry[Symbol.dispose]();
    throw Object.assign(new Error(`${name} was replaced`), { code: "ESTALE" });
  }
}

function split(path: string): string[] {
  return path.split(process.platform === "win32" ? /[\\/]/ : "/").filter((part) => part !== "");
}

function isAbsolute(target: string): boolean {
  return target.startsWith("/") || /^[A-Za-z]:[\\/]/.test(target);
}

function outside(): ConnectorError {
  return new ConnectorError("refused", "The path leads outside the roots. fs_roots lists what is served.");
}
