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
import type { Containment } from "./containment.ts";
import type { HeldDirectory } from "./held-directory.ts";
import type { HeldEntry } from "./held-entry.ts";
import { SettledWay } from "./settled-way.ts";
import { statOfEach } from "./stat-of-each.ts";

/** `O_PATH`, which Node does not name: a descriptor that stands for a place and opens nothing, so that a FIFO cannot hang. */
const pathOnly = 0o10000000;

/** Numbers of files and times to the nanosecond are larger than a number holds exactly. */
const exact = { bigint: true } as const;

/** For fewer entries it does not pay to look at what leads to them. */
const many = 16;

const holding = pathOnly | constants.O_NOFOLLOW;

/**
 * Linux: one step at a time, each from the directory before through `/proc/self/fd`, so that the kernel resolves a
 * single name that cannot lead elsewhere. These calls touch no content, which is why they are made synchronously.
 */
export const descriptorWalk: Containment = {
  mechanism: "descriptor walk",
  guarantee: "Every step is taken from an open directory and follows no link; nothing outside a root can be reached.",
  openRoot: (path) => new DescriptorDirectory(openSync(path, holding | constants.O_DIRECTORY)),
};

class DescriptorDirectory implements HeldDirectory {
  readonly #descriptor: number;
  readonly address: string;
  #way: SettledWay | undefined;

  constructor(descriptor: number) {
    this.#descriptor = descriptor;
    this.address = `/proc/self/fd/${descriptor}`;
  }

  list(): Dirent[] {
    return readdirSync(this.address, { withFileTypes: true });
  }

  self(): BigIntStats {
    return fstatSync(this.#descriptor, exact);
  }

  stat(name: string): Stats {
    return lstatSync(`${this.address}/${name}`);
  }

  /** Half of what it takes to look at an entry is the way through `/proc`, which is spared where a plainer one is sure. */
  statAll(names: readonly string[]): Array<Stats | undefined> {
    if (names.length >= many) this.#way ??= SettledWay.to(this.#descriptor);
    const found = this.#way && statOfEach(this.#way.path, names);
    if (found !== undefined && this.#way?.holds()) return found;
    this.#way = undefined;
    return statOfEach(this.address, names);
  }

  step(name: string): HeldEntry {
    const path = `${this.address}/${name}`;
    return new DescriptorEntry(openSync(path, holding), path);
  }

  withPath<T>(name: string, call: (path: string) => T): T {
    return call(`${this.address}/${name}`);
  }

  openSelf(): number {
    return openSync(this.address, constants.O_RDONLY | constants.O_DIRECTORY);
  }

  space(): { freeBytes: number; totalBytes: number } {
    const { bavail, blocks, bsize } = statfsSync(this.address);
    return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
  }

  [Symbol.dispose](): void {
    closeSync(this.#descriptor);
  }
}

class DescriptorEntry implements HeldEntry {
  readonly stats: BigIntStats;
  readonly #path: string;
  #descriptor: number | undefined;

  constructor(descriptor: number, path: string) {
    this.#descriptor = descriptor;
    this.#path = path;
    this.stats = fstatSync(descriptor, exact);
  }

  /** The link may have been replaced since; whatever it says now is resolved from the root like any other link. */
  linkTarget(): string {
    try {
      return readlinkSync(this.#path);
    } catch (error) {
      // What stands there now is no link.
      if ((error as NodeJS.ErrnoException).code !== "EINVAL") throw error;
      throw Object.assign(new Error("A link was replaced while it was followed"), { code: "ESTALE" });
    }
  }

  intoDirectory(): HeldDirectory {
    const directory = new DescriptorDirectory(this.#held());
    this.#descriptor = undefined;
    return directory;
  }

  openFile(): number {
    // Some files of /proc (kmsg, trace_pipe) call themselves regular and make a reader wait for ever.
    return openSync(`/proc/self/fd/${this.#held()}`, constants.O_RDONLY | constants.O_NONBLOCK);
  }

  setMode(mode: number): void {
    chmodSync(`/proc/self/fd/${this.#held()}`, mode);
  }

  #held(): number {
    if (this.#descriptor === undefined) throw new Error("This entry was let go of");
    return this.#descriptor;
  }

  [Symbol.dispose](): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }
}
