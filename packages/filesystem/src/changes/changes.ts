import { join, sep } from "node:path";
import type { Log, Watch } from "@drawbridge/core";
import type { Files } from "../files.ts";
import type { Root } from "../roots/root.ts";
import type { Change } from "./change.ts";
import { ChangeRing } from "./change-ring.ts";
import { type RootProblem, WatchedRoot } from "./watched-root.ts";

/** Milliseconds after which nobody is taken to want changes any more. */
const longestIdle = 15 * 60 * 1000;

interface Listener {
  /** Whether it may hear of a change at all. */
  wants(change: Change): boolean;
  changed(): void;
}

/** What changes under the roots: watched from when somebody first asks, and until nobody has for a while. */
export class Changes {
  readonly ring = new ChangeRing();
  readonly #files: Files;
  readonly #listeners = new Set<Listener>();
  /** Of the listeners, those that have something to hear of. */
  readonly #due = new Set<Listener>();
  #watched: readonly WatchedRoot[] = [];
  #idle: NodeJS.Timeout | undefined;

  /** @param files with all the roots that were given */
  constructor(files: Files) {
    this.#files = files;
  }

  /** Resolves when all that happens from here on is noticed. */
  async begin(log: Log): Promise<void> {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => void this.#endIfIdle(), longestIdle).unref();
    if (this.#watched.length === 0) this.#watched = this.#files.roots.map((root) => this.#watch(root, log));
    await Promise.all(this.#watched.map(({ begun }) => begun));
  }

  /** What is wrong with the watching of a root; undefined where nothing is. */
  problemOf(root: Root): RootProblem | undefined {
    return this.#watched[this.#files.roots.indexOf(root)]?.problem;
  }

  listen(listener: Listener): Watch {
    this.#listeners.add(listener);
    return {
      close: () => {
        this.#listeners.delete(listener);
        this.#due.delete(listener);
      },
    };
  }

  async close(): Promise<void> {
    clearTimeout(this.#idle);
    const watched = this.#watched;
    this.#watched = [];
    await Promise.all(watched.map((root) => root.close()));
    this.ring.forget();
  }

  async #endIfIdle(): Promise<void> {
    if (this.#listeners.size === 0) await this.close();
    else this.#idle = setTimeout(() => void this.#endIfIdle(), longestIdle).unref();
  }

  #watch(root: Root, log: Log): WatchedRoot {
    return new WatchedRoot({
      root,
      log,
      differs: (names, kind) => this.#add({ root, names, kind, time: new Date().toISOString() }),
      looked: () => this.#tell(),
      lost: () => this.#loseAll(),
    });
  }

  #add(change: Change): void {
    const { root, names } = change;
    if (this.#isOfInnerRoot(change)) return;
    if (this.#files.denies({ root, names, asked: names })) return;
    this.ring.add(change);
    for (const listener of this.#listeners) {
      if (!this.#due.has(listener) && listener.wants(change)) this.#due.add(listener);
    }
  }

  /** A root in another is watched for itself. */
  #isOfInnerRoot({ root, names }: Change): boolean {
    if (this.#files.roots.length === 1) return false;
    const path = join(root.real, ...names) + sep;
    return this.#files.roots.some(({ real }) => real.length > root.real.length && path.startsWith(real + sep));
  }

  #tell(): void {
    for (const listener of this.#due) listener.changed();
    this.#due.clear();
  }

  #loseAll(): void {
    this.ring.forget();
    for (const listener of this.#listeners) this.#due.add(listener);
  }
}
