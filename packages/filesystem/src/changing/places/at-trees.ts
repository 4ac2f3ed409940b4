import type { Files } from "../../files.ts";
import { takeUp } from "../../journal/recovering/take-up.ts";
import type { Place } from "./place.ts";
import { type WantedPlace, withPlaces } from "./with-places.ts";

/** Waits until nothing else is changed anywhere, and does a piece of work on places with all that is in them. */
export async function atTrees<T>(
  files: Files,
  wanted: readonly WantedPlace[],
  signal: AbortSignal,
  work: (places: readonly Place[]) => Promise<T>,
): Promise<T> {
  await takeUp(files, signal);
  return files.queue.run("trees", signal, () => withPlaces(files, wanted, work));
}
