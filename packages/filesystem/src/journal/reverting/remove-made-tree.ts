import { renameSync } from "node:fs";
import { removeTree } from "../../changing/disk/remove-tree.ts";
import { syncDirectory } from "../../changing/disk/sync-directory.ts";
import { statsAt } from "../../changing/places/stats-at.ts";
import type { HeldPlace } from "../places/places.ts";
import { digestAt } from "./digest-at.ts";

interface MadeTree {
  /** The name that it had until it was whole, and has again once nothing speaks against deleting it. */
  readonly temporary: string;
  readonly digest: string;
}

/**
 * Deletes a folder that was made, unless somebody changed it: taken out of sight by one rename, it is looked at once more
 * there. What a kill leaves under the one name still has to be looked at, and under the other may be half deleted.
 */
export async function removeMadeTree({ parent, name }: HeldPlace, { temporary, digest }: MadeTree): Promise<void> {
  const rename = async (from: string, to: string) => {
    parent.withPath(from, (path) => parent.withPath(to, (target) => renameSync(path, target)));
    await syncDirectory(parent);
  };
  const hidden = temporary.replace(/\.tmp$/, ".hidden");
  if (statsAt(parent, hidden) === undefined) {
    if ((await digestAt(parent, name)) !== digest) return;
    await rename(name, hidden);
  }
  if ((await digestAt(parent, hidden)) === digest) {
    await rename(hidden, temporary);
    removeTree(parent, temporary);
  } else if (statsAt(parent, name) === undefined) {
    await rename(hidden, name);
  }
}
