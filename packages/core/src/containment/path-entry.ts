import {
  type BigIntStats,
  chmodSync,
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  type Stats,
  statfsSync,
} from "node:fs";
import { join } from "node:path";
import type { HeldDirectory } from "./held-directory.ts";
import type { HeldEntry } from "./held-entry.ts";

/** What a platform without descriptors for places checks around every use of a path. */
export interface PathGuard {
  /** Throws unless `path` is reached through no link and is still the file or directory that `stats` describes. */
  assertSame(path: string, stats: BigIntStats): void;
  /** Opens a file so that no link is followed on the way; its identity is compared by the caller. */
  openFile(path: string): number;
  /** Refuses names that the system would take for something else. */
  checkName(name: string): void;
}

/** A directory known by its path and identity, checked before and after each use. */
export class PathDirectory implements HeldDirectory {
  readonly address: string;
  readonly #stats: BigIntStats;
  readonly #guard: PathGuard;

  constructor(path: string, stats: BigIntStats, guard: PathGuard) {
    this.address = path;
    this.#stats = stats;
    this.#guard = guard;
  }

  list(): Dirent[] {
    return this.#checked(() => readdirSync(this.address, { withFileTypes: true }));
  }

  self(): BigIntStats {
    return this.#checked(() => lstatSync(this.address, { bigint: true }));
  }

  stat(name: string): Stats {
    this.#guard.checkName(name);
    return this.#checked(() => lstatSync(join(this.address, name)));
  }

  statAll(names: readonly string[]): Array<Stats | undefined> {
    return names.map((name) => {
      try {
        return this.stat(name);
      } catch {
        return undefined;
      }
    });
  }

  step(name: string): HeldEntry {
    this.#guard.checkName(name);
    const path = join(this.address, name);
    return new PathEntry(
      path,
      this.#checked(() => lstatSync(path, { bigint: true })),
      this.#guard,
    );
  }

  withPath<T>(name: string, call: (path: string) => T): T {
    this.#guard.checkName(name);
    return this.#checked(() => call(join(this.address, name)));
  }

  openSelf(): number | undefined {
    if (process.platform === "win32") return undefined;
    return this.#checked(() =>
      openSync(this.address, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW),
    );
  }

  space(): { freeBytes: number; totalBytes: number } {
    const { bavail, blocks, bsize } = statfsSync(this.address);
    return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
  }

  #checked<T>(use: () => T): T {
    this.#guard.assertSame(this.address, this.#stats);
    const result = use();
    this.#guard.assertSame(this.address, this.#stats);
    return result;
  }

  [Symbol.dispose](): void {}
}

class PathEntry implements HeldEntry {
  readonly stats: BigIntStats;
  readonly #path: string;
  readonly #guard: PathGuard;

  constructor(path: string, stats: BigIntStats, guard: PathGuard) {
    this.#path = path;
    this.stats = stats;
    this.#guard = guard;
  }

  linkTarget(): string {
    return readlinkSync(this.#path);
  }

  intoDirectory(): HeldDirectory {
    this.#guard.assertSame(this.#path, this.stats);
    return new PathDirectory(this.#path, this.stats, this.#guard);
  }

  setMode(mode: number): void {
    this.#guard.assertSame(this.#path, this.stats);
    chmodSync(this.#path, mode);
    this.#guard.assertSame(this.#path, this.stats);
  }

  openFile(): number {
    const descriptor = this.#guard.openFile(this.#path);
    const { dev, ino } = fstatSync(descriptor, { bigint: true });
    if (dev === this.stats.dev && ino === this.stats.ino) return descriptor;
    closeSync(descriptor);
    throw Object.assign(new Error("The file was replaced while it was opened"), { code: "ESTALE" });
  }

  [Symbol.dispose](): void {}
}
