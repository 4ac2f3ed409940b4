import type { Where } from "../../journal/records/operation.ts";
import type { Place } from "./place.ts";

/** A place as the journal writes it down. */
export function whereOf({ root, names }: Pick<Place, "root" | "names">): Where {
  return { root: root.real, names: [...names] };
}
