import { identityOf } from "./identity-of.ts";
import type { Place } from "./place.ts";
import { replacedMeanwhile } from "./replaced-meanwhile.ts";
import { statsAt } from "./stats-at.ts";

/** Throws `conflict` unless what stands at a place is what stood there when it was reached, not written to since. */
export function assertAsSeen({ parent, name, entry, path }: Place): void {
  const now = statsAt(parent, name);
  const before = entry === undefined ? undefined : identityOf(entry.stats);
  if ((now === undefined ? undefined : identityOf(now)) !== before) throw replacedMeanwhile(path);
}
