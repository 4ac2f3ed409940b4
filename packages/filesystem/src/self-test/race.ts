import { setImmediate } from "node:timers/promises";
import { ConnectorError } from "@drawbridge/core";
import { Breach } from "./breach.ts";
import type { Stand } from "./stand.ts";
import { startSwapping } from "./swapping.ts";

/** How tries ended that ran against a swapping folder. */
export interface Raced {
  readonly tries: number;
  readonly refused: number;
  readonly swaps: number;
}

const mostTries = 20_000;

/** After so many tries a signal is listened for. */
const stretch = 50;

/**
 * Tries again and again while `dir` in the root is swapped for a link to the outside, as often or as long as is worth it.
 *
 * @param attempt told its number, from 0
 */
export async function race(stand: Stand, attempt: (index: number) => Promise<void>): Promise<Raced> {
  const swapping = await startSwapping(stand);
  const end = performance.now() + stand.raceTime;
  let [tries, refused] = [0, 0];
  try {
    for (; tries < mostTries && performance.now() < end; tries += 1) {
      if (tries % stretch === 0) await setImmediate();
      stand.signal.throwIfAborted();
      try {
        await attempt(tries);
      } catch (error) {
        if (error instanceof Breach) throw error;
        if (!ConnectorError.is(error) && (error as NodeJS.ErrnoException).code === undefined) throw error;
        refused += 1;
      }
    }
  } finally {
    await swapping.stop();
  }
  return { tries, refused, swaps: swapping.swaps };
}
