import type { Files } from "../../files.ts";
import type { Place } from "./place.ts";
import { type Reaching, reachPlace } from "./reach-place.ts";

/** A place as a caller wrote it, and what is to be done there. */
export interface WantedPlace extends Reaching {
  readonly written: string;
}

/** Holds places open as long as a piece of work lasts. */
export async function withPlaces<T>(
  files: Files,
  wanted: readonly WantedPlace[],
  work: (places: readonly Place[]) => Promise<T>,
): Promise<T> {
  const places: Place[] = [];
  try {
    for (const { written, ...reaching } of wanted) places.push(reachPlace(files, written, reaching));
    return await work(places);
  } finally {
    for (const place of places) place[Symbol.dispose]();
  }
}
