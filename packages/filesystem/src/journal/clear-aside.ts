import { removeTree } from "../changing/remove-tree.ts";
import { statsAt } from "../changing/stats-at.ts";
import type { Files } from "../files.ts";
import type { Operation } from "./operation.ts";
import { reachRecorded } from "./reach-recorded.ts";

/** Deletes what was set aside, once the journal keeps a whole copy of it. */
export function clearAside(files: Files, operation: Operation): void {
  if (operation.kind !== "removed" || operation.aside === undefined) return;
  using place = reachRecorded(files, operation.at);
  if (place !== undefined && statsAt(place.parent, operation.aside) !== undefined)
    removeTree(place.parent, operation.aside);
}
