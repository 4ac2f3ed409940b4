import type { BigIntStats } from "node:fs";
import type { HeldDirectory } from "./held-directory.ts";

/** One entry of a directory, held so that its facts and its content are of the same file. */
export interface HeldEntry extends Disposable {
  readonly stats: BigIntStats;
  /** The text of a symbolic link. */
  linkTarget(): string;
  /** The entry as a directory; it then belongs to the caller, and disposing of the entry keeps it open. */
  intoDirectory(): HeldDirectory;
  /** Gives a file or folder other permissions, without opening it, which they may not allow. */
  setMode(mode: number): void;
  /** Opens a regular file's content for reading: a descriptor, to be closed by the caller. */
  openFile(): number;
}
