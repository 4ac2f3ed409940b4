import { removeTree } from "../../changing/disk/remove-tree.ts";
import { statsAt } from "../../changing/places/stats-at.ts";
import type { Places } from "../places/places.ts";
import type { Operation } from "../records/operation.ts";

/** Deletes what was set aside, once the journal keeps a whole copy of it. */
export function clearAside(places: Places, operation: Operation): void {
  if (operation.kind !== "removed" || operation.aside === undefined) return;
  const place = places.reach(operation.at);
  if (place !== undefined && statsAt(place.parent, operation.aside) !== undefined)
    removeTree(place.parent, operation.aside);
}
