import type { BigIntStats, Dirent, Stats } from "node:fs";
import type { HeldEntry } from "./held-entry.ts";

/** A directory held open: what its names mean cannot be changed by renaming what leads to it. */
export interface HeldDirectory extends Disposable {
  /** A path by which this process, or a child that it starts, comes to it; not to be trusted for what lies below it. */
  readonly address: string;
  /** Its entries as they are now, in no order. */
  list(): Dirent[];
  /** Facts of the directory itself. */
  self(): BigIntStats;
  /** Facts of an entry, never of what a link leads to. */
  stat(name: string): Stats;
  /** Facts of many entries, as `stat` gives them; undefined for each that is gone, or may not be looked at. */
  statAll(names: readonly string[]): Array<Stats | undefined>;
  /** Takes hold of an entry without following a link. Throws the system's error. */
  step(name: string): HeldEntry;
  /**
   * One system call on an entry, by a path that means it as long as the call lasts. The call must not follow a link at
   * the path's end: unlink, rename, mkdir, an exclusive open. Calls may be nested, where one needs two entries.
   */
  withPath<T>(name: string, call: (path: string) => T): T;
  /** The directory itself as a descriptor, to be closed by the caller; undefined where the system opens none. */
  openSelf(): number | undefined;
  /** Room on the disk that holds it. */
  space(): { readonly freeBytes: number; readonly totalBytes: number };
}
