import { identityOf } from "../../changing/places/identity-of.ts";
import { statsAt } from "../../changing/places/stats-at.ts";
import type { Journal } from "../journal.ts";
import type { Places } from "../places/places.ts";
import type { Operation } from "../records/operation.ts";

/**
 * Forgets a transaction that was taken back, unless the journal still holds what was taken away, since somebody put
 * something else in its place or removed its folder: that can be brought back with fs_undo later.
 */
export async function settleReverted(
  places: Places,
  journal: Journal,
  id: string,
  operations: readonly Operation[],
): Promise<void> {
  if (operations.some((operation) => isHeld(places, journal, operation))) await journal.mark(id, "open", "done");
  else journal.forget(id);
}

function isHeld(places: Places, journal: Journal, operation: Operation): boolean {
  if (operation.kind !== "removed" || statsAt(journal.directory, operation.kept) === undefined) return false;
  const place = places.reach(operation.at);
  const there = place === undefined ? undefined : statsAt(place.parent, place.name);
  return there === undefined || identityOf(there) !== operation.identity;
}
