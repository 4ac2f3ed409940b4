import { type Plan, sha256 } from "@drawbridge/core";
import type { Files } from "../../files.ts";
import { showName } from "../../paths/show-name.ts";
import { identityOf } from "../places/identity-of.ts";
import type { Place } from "../places/place.ts";
import { type WantedPlace, withPlaces } from "../places/with-places.ts";

/** What a change of some places would do, for the person who is asked; good as long as the same stands at each of them. */
export async function planAt(
  files: Files,
  wanted: readonly WantedPlace[],
  summarize: (paths: readonly string[], places: readonly Place[]) => string | Promise<string>,
): Promise<Plan> {
  return withPlaces(files, wanted, async (places) => {
    const summary = await summarize(
      places.map(({ path }) => showName(path)),
      places,
    );
    const states = places.map(({ key, entry }) => [key, entry === undefined ? "nothing" : identityOf(entry.stats)]);
    return { summary, stateDigest: sha256(JSON.stringify([states, summary])) };
  });
}
