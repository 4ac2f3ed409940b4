import { ConnectorError, type HeldDirectory, type HeldEntry } from "@drawbridge/core";
import { beginsWith } from "../paths/begins-with.ts";
import { namesOf } from "../paths/names-of.ts";
import type { Root } from "../roots/root.ts";
import { innermostRoot } from "./innermost-root.ts";

/** As many as Linux follows. */
const mostLinks = 40;

/** Where a walk ended. */
export interface Reached extends Disposable {
  /** The root that holds the entry: another than the walk began in where a link led there. */
  readonly root: Root;
  /** Undefined for the root itself. */
  readonly entry: HeldEntry | undefined;
  /** The directory that holds the entry; the root for the root itself. Closed with this. */
  readonly parent: HeldDirectory;
  /** The names that lead from the root to the entry, without links. */
  readonly names: readonly string[];
}

/**
 * Walks from a root, one name at a time, resolving links in our own code as the kernel would, but never out of the
 * roots: a link may climb above them only to come straight back. Throws `refused` for what leads outside, and the
 * system's errors.
 *
 * @param parts names, `.` and `..`
 * @param followLast whether a link at the very end is followed
 * @param roots where links may lead. Of several that hold a place, the innermost counts
 */
export function walk(
  root: Root,
  parts: readonly string[],
  followLast: boolean,
  roots: readonly Root[] = [root],
): Reached {
  const walker = new Walker(root, roots);
  try {
    return walker.walk(parts, followLast);
  } catch (error) {
    walker.close();
    throw error;
  }
}

class Walker {
  readonly #roots: readonly Root[];
  readonly #directories: HeldDirectory[] = [];
  readonly #names: string[] = [];
  #root: Root;
  /** Where the walk is while it is above the roots, by names from the top; undefined inside. Nothing there is looked up. */
  #above: readonly string[] | undefined;
  #links = 0;

  constructor(root: Root, roots: readonly Root[]) {
    this.#root = root;
    this.#roots = roots;
  }

  walk(parts: readonly string[], followLast: boolean): Reached {
    const pending = [...parts].reverse();
    for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
      const moved = this.#moveAmongNames(name);
      if (moved !== undefined) {
        pending.push(...moved.reverse());
        continue;
      }
      const entry = this.#directory().step(name);
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
    if (this.#above !== undefined) throw outside();
    return this.#reachedDirectory();
  }

  close(): void {
    for (const directory of this.#directories.splice(0)) directory[Symbol.dispose]();
  }

  /**
   * Moves that need no look at the disk: `.`, `..`, and names of the roots' own paths. Returns what is then still to be
   * walked for this name, or undefined where it has to be looked up.
   */
  #moveAmongNames(name: string): string[] | undefined {
    if (name === "" || name === ".") return [];
    if (name === "..") {
      if (this.#above === undefined && this.#directories.length > 0) this.#leave();
      else return this.#goTo(this.#here().slice(0, -1));
      return [];
    }
    if (this.#above !== undefined) return this.#goTo([...this.#above, name]);
    return this.#roots.length > 1 ? this.#goToRoot([...this.#here(), name]) : undefined;
  }

  /** Follows a link: the names that it adds to the way. */
  #turn(target: string): string[] {
    this.#links += 1;
    if (this.#links > mostLinks)
      throw new ConnectorError("refused", "The path goes through more than 40 links, or in a circle.");
    const names = namesOf(target);
    if (!isAbsolute(target)) return names;
    // A root may be known by a path with links of its own, which a link can use just as well.
    const known = innermostRoot(this.#roots, names, ({ given }) => given);
    return known === undefined
      ? [...this.#goTo([]), ...names]
      : [...this.#goTo(namesOf(known.real)), ...names.slice(namesOf(known.given).length)];
  }

  /** Goes on from a place that is free of links. Returns the names that lead there from the root that holds it. */
  #goTo(path: readonly string[]): string[] {
    this.close();
    this.#names.length = 0;
    this.#above = undefined;
    const root = innermostRoot(this.#roots, path, ({ real }) => real);
    if (root !== undefined) {
      this.#root = root;
      return path.slice(namesOf(root.real).length);
    }
    if (!this.#roots.some(({ real }) => beginsWith(namesOf(real), path))) throw outside();
    this.#above = path;
    return [];
  }

  /** Roots may lie inside others: what is in one is reached through it, and with its access. */
  #goToRoot(path: readonly string[]): string[] | undefined {
    const isRoot = this.#roots.some(
      ({ real }) => namesOf(real).length === path.length && beginsWith(path, namesOf(real)),
    );
    return isRoot ? this.#goTo(path) : undefined;
  }

  #here(): readonly string[] {
    return this.#above ?? [...namesOf(this.#root.real), ...this.#names];
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

  #directory(): HeldDirectory {
    return this.#directories.at(-1) ?? this.#root.directory;
  }

  #reached(entry: HeldEntry, name: string): Reached {
    const close = () => this.close();
    return {
      root: this.#root,
      entry,
      parent: this.#directory(),
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
      const root = this.#root;
      return { root, entry: undefined, parent: root.directory, names: [], [Symbol.dispose]: close };
    }
    this.#leave();
    const entry = this.#directory().step(name);
    if (entry.stats.isDirectory()) return this.#reached(entry, name);
    entry[Symbol.dispose]();
    throw Object.assign(new Error(`${name} was replaced`), { code: "ESTALE" });
  }
}

function isAbsolute(target: string): boolean {
  return target.startsWith("/") || /^[A-Za-z]:[\\/]/.test(target);
}

function outside(): ConnectorError {
  return new ConnectorError("refused", "The path leads outside the roots. fs_roots lists what is served.");
}
