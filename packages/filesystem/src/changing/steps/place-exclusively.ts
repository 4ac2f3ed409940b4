import { linkSync, renameSync, unlinkSync } from "node:fs";
import type { HeldDirectory } from "@drawbridge/core";
import { replacedMeanwhile } from "../places/replaced-meanwhile.ts";
import { statsAt } from "../places/stats-at.ts";

/** Gives a finished file its name, unless something stands there: the second name fails where one is, as a rename does not. */
export function placeExclusively(parent: HeldDirectory, temporary: string, name: string, path: string): void {
  try {
    parent.withPath(temporary, (from) => parent.withPath(name, (to) => linkSync(from, to)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST" || statsAt(parent, name) !== undefined)
      throw replacedMeanwhile(path);
    // A file system without hard links.
    parent.withPath(temporary, (from) => parent.withPath(name, (to) => renameSync(from, to)));
    return;
  }
  parent.withPath(temporary, unlinkSync);
}
