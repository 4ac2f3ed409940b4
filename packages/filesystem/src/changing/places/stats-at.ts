import { type BigIntStats, lstatSync } from "node:fs";
import type { HeldDirectory } from "@drawbridge/core";

/** Facts of an entry, to the nanosecond, never of what a link leads to; undefined where nothing stands. */
export function statsAt(parent: HeldDirectory, name: string): BigIntStats | undefined {
  return parent.withPath(name, (path) => lstatSync(path, { bigint: true, throwIfNoEntry: false }));
}
