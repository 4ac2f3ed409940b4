import type { Log } from "@drawbridge/core";
import type { Root } from "../roots/root.ts";
import type { Change } from "./change.ts";
import { beginNotices } from "./notices.ts";
import { noticesProblem } from "./notices-problem.ts";
import { RememberedTree } from "./remembered-tree.ts";
import { TooManyEntries } from "./too-many-entries.ts";

/** Entries of one root that are remembered. */
const mostEntries = 200_000;

/** With more places noticed at once, the whole root is looked at instead; from so many on, afterwards too. */
const mostNoticed = { one: 1000, all: 5000 };

/** Milliseconds between two looks at the whole root. */
const interval = {
  /** The system tells of most that happens; what it misses, and what happens on network disks, is come by so. */
  usual: 30_000,
  /** Nobody tells. */
  alone: 5000,
  /** The system tells of no folder below a new one, and in a storm drops what it has to tell. */
  soon: 1000,
};

/** Looking at the whole root takes at most one part in so many of the time. */
const share = 20;

interface WatchedRootOptions {
  readonly root: Root;
  readonly log: Log;
  differs(names: readonly string[], kind: Change["kind"]): void;
  /** A look is over, and what differs was told. */
  looked(): void;
  /** From here on nothing is known of this root. */
  lost(): void;
}

/** What is wrong with the watching of a root, and what would mend it. */
export interface RootProblem {
  readonly problem: string;
  readonly remedy: string;
}

/**
 * Finds what becomes different under one root. The system's notices only say where to look: names are told as they are
 * found by walking from the held root, and those alone that were found so before are told as removed.
 */
export class WatchedRoot {
  /** Resolves when everything under the root has been looked at once. */
  readonly begun: Promise<void>;
  readonly #options: WatchedRootOptions;
  readonly #over = new AbortController();
  readonly #noticed = new Map<string, Set<string>>();
  #noticedCount = 0;
  #tree: RememberedTree | undefined;
  #notices: { end(): Promise<void> } | undefined;
  #working: Promise<void>;
  #timer: NodeJS.Timeout | undefined;
  #due = Number.POSITIVE_INFINITY;
  #problem: RootProblem | undefined;
  #isMoved = false;

  constructor(options: WatchedRootOptions) {
    this.#options = options;
    this.#working = this.#begin();
    this.begun = this.#working;
  }

  get problem(): RootProblem | undefined {
    return this.#problem;
  }

  async close(): Promise<void> {
    this.#over.abort();
    clearTimeout(this.#timer);
    await this.#working;
    await this.#endNotices();
  }

  async #begin(): Promise<void> {
    // Before the first look, so that nothing falls between.
    await this.#beginNotices();
    let isFirst = true;
    const { root, differs } = this.#options;
    this.#tree = new RememberedTree({
      root: root.directory,
      most: mostEntries,
      signal: this.#over.signal,
      differs: (names, kind) => {
        if (!isFirst) differs(names, kind);
      },
    });
    await this.#look((tree) => tree.lookAtAll());
    isFirst = false;
  }

  async #beginNotices(): Promise<void> {
    const { root, log } = this.#options;
    try {
      this.#notices = await beginNotices(root.real, {
        noticed: (ways) => this.#takeNotice(ways),
        failed: (error) => this.#lookSoon(error),
      });
      this.#problem = undefined;
    } catch (error) {
      const { problem, remedy } = noticesProblem(error);
      log.write("warn", { event: "watch", resource: "changes", problem, err: error });
      const every = interval.alone / 1000;
      this.#problem = { problem: `${problem}: it is looked at every ${every} s, or more rarely`, remedy };
    }
  }

  async #endNotices(): Promise<void> {
    const notices = this.#notices;
    this.#notices = undefined;
    await notices?.end().catch(() => {});
  }

  #takeNotice(ways: ReadonlyArray<readonly string[]>): void {
    if (ways.length > mostNoticed.one) this.#lookSoon();
    if (this.#noticedCount + ways.length > mostNoticed.all) return;
    const isIdle = this.#noticed.size === 0;
    for (const way of ways) {
      // Something else may stand in its place: what is told then is of that.
      if (way.length === 0) this.#isMoved = true;
      if (way.length === 0) continue;
      const folder = way.slice(0, -1).join("/");
      const names = this.#noticed.get(folder) ?? new Set();
      this.#noticed.set(folder, names.add(way.at(-1) ?? ""));
      this.#noticedCount += 1;
    }
    if (this.#isMoved) this.#lookSoon();
    if (isIdle) this.#work(() => this.#lookWhereNoticed());
  }

  async #lookWhereNoticed(): Promise<void> {
    const noticed = [...this.#noticed];
    this.#noticed.clear();
    this.#noticedCount = 0;
    await this.#look(async (tree) => {
      for (const [folder, names] of noticed) await tree.lookAt(folder === "" ? [] : folder.split("/"), names);
    });
  }

  #lookSoon(error?: Error): void {
    if (error !== undefined) this.#options.log.write("warn", { event: "watch", resource: "changes", err: error });
    this.#lookAgainIn(interval.soon);
  }

  #lookAgainIn(milliseconds: number): void {
    const due = performance.now() + milliseconds;
    if (due >= this.#due || this.#over.signal.aborted) return;
    clearTimeout(this.#timer);
    this.#due = due;
    this.#timer = setTimeout(() => this.#work(() => this.#lookAtAll()), milliseconds).unref();
  }

  async #lookAtAll(): Promise<void> {
    this.#due = Number.POSITIVE_INFINITY;
    // Begun anew, the notices are of the folders that are new, too.
    if (this.#tree?.foundTree || this.#isMoved || this.#notices === undefined) {
      this.#isMoved = false;
      await this.#endNotices();
      await this.#beginNotices();
    }
    if (this.#tree !== undefined) this.#tree.foundTree = false;
    await this.#look((tree) => tree.lookAtAll());
  }

  #work(job: () => Promise<void>): void {
    this.#working = this.#working.then(job);
  }

  /** Looks, and says when to look at everything again. */
  async #look(look: (tree: RememberedTree) => Promise<void>): Promise<void> {
    const started = performance.now();
    try {
      if (this.#tree === undefined || this.#over.signal.aborted) return;
      await look(this.#tree);
    } catch (error) {
      if (!this.#over.signal.aborted) this.#giveUp(error);
    }
    this.#options.looked();
    if (this.#tree === undefined) return;
    const usual = this.#notices === undefined ? interval.alone : interval.usual;
    const wanted = this.#tree.foundTree ? interval.soon : usual;
    this.#lookAgainIn(Math.max(wanted, (performance.now() - started) * share));
  }

  /** What is not remembered cannot be compared. */
  #giveUp(error: unknown): void {
    const isLarge = error instanceof TooManyEntries;
    if (!isLarge) this.#options.log.write("error", { event: "watch", resource: "changes", err: error });
    this.#tree = undefined;
    this.#problem = isLarge
      ? { problem: `there are over ${mostEntries} entries in it: it is not watched`, remedy: "Serve a smaller folder" }
      : { problem: "it could not be looked at: it is not watched", remedy: "See the server's log for why" };
    void this.#endNotices();
    this.#options.lost();
  }
}
