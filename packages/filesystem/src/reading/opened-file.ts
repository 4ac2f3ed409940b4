import type { BigIntStats } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import type { Root } from "../roots/root.ts";

/** A regular file, open for reading, that the person lets be read. */
export interface OpenedFile extends AsyncDisposable {
  readonly handle: FileHandle;
  readonly stats: BigIntStats;
  readonly root: Root;
  /** The way from the root, without links. */
  readonly names: readonly string[];
  /** Absolute, as it is shown. */
  readonly path: string;
}
