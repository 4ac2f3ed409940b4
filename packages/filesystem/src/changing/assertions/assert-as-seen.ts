import { identityOf } from "../places/identity-of.ts";
import type { Place } from "../places/place.ts";
import { replacedMeanwhile } from "../places/replaced-meanwhile.ts";
import { statsAt } from "../places/stats-at.ts";

/** Throws `conflict` unless what stands at a place is what stood there when it was reached, not written to since. */
export function assertAsSeen({ parent, name, entry, path }: Place): void {
  const now = statsAt(parent, name);
  const before = entry === undefined ? undefined : identityOf(entry.stats);
  if ((now === undefined ? undefined : identityOf(now)) !== before) throw replacedMeanwhile(path);
}
