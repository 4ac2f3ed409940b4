import type { Files } from "../../files.ts";
import { takeUp } from "../../journal/recovering/take-up.ts";
import type { Place } from "./place.ts";
import { replacedMeanwhile } from "./replaced-meanwhile.ts";
import { type WantedPlace, withPlaces } from "./with-places.ts";

/** As often as others may make or replace the folders on the way, each time while one waits. */
const mostTries = 100;

/**
 * Reaches places, waits until no other change is at them, and does a piece of work there. They are reached anew after
 * that: while others had their turn, what was missing may have been made, and then it is another place to wait for.
 */
export async function atPlaces<T>(
  files: Files,
  wanted: readonly WantedPlace[],
  signal: AbortSignal,
  work: (places: readonly Place[]) => Promise<T>,
): Promise<T> {
  await takeUp(files, signal);
  let keys = await withPlaces(files, wanted, async (places) => places.map(({ key }) => key));
  for (let tries = 1; ; tries += 1) {
    const done = await files.queue.run(keys, signal, () =>
      withPlaces(files, wanted, async (places) => {
        const moved = places.find(({ key }, index) => key !== keys[index]);
        if (moved === undefined) return { result: await work(places) };
        if (tries === mostTries) throw replacedMeanwhile(moved.path);
        return { keys: places.map(({ key }) => key) };
      }),
    );
    if ("result" in done) return done.result;
    keys = done.keys;
  }
}
