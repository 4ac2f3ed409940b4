import type { Files } from "../files.ts";
import type { Place } from "./place.ts";
import { replacedMeanwhile } from "./replaced-meanwhile.ts";
import { type WantedPlace, withPlaces } from "./with-places.ts";

/**
 * Reaches places, waits until no other change is at them, and does a piece of work there. They are reached twice: what
 * stands there may have been replaced while others had their turn.
 */
export async function atPlaces<T>(
  files: Files,
  wanted: readonly WantedPlace[],
  signal: AbortSignal,
  work: (places: readonly Place[]) => Promise<T>,
): Promise<T> {
  const keys = await withPlaces(files, wanted, async (places) => places.map(({ key }) => key));
  return files.queue.run(keys, signal, () =>
    withPlaces(files, wanted, async (places) => {
      const moved = places.find(({ key }, index) => key !== keys[index]);
      if (moved !== undefined) throw replacedMeanwhile(moved.path);
      return work(places);
    }),
  );
}
