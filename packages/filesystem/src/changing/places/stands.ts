import type { Place, Standing } from "./place.ts";

/** Whether something stands at a place. */
export function stands(place: Place): place is Standing {
  return place.entry !== undefined;
}
