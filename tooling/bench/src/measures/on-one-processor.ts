import { processor } from "../processor.ts";
import type { Measure } from "./measure.ts";

/**
 * The measure with each server, and this process with it, held to one processor, where the system lets that be chosen. To
 * hand a request over to another processor takes from nothing to 100 µs, as chance has it: more than what is looked for.
 */
export function onOneProcessor(measure: Measure): Measure {
  return {
    ...measure,
    async enter(peer) {
      // A server stays where it was started.
      const { round, leave } = await processor.only(() => measure.enter(peer));
      return { round: () => processor.only(round), leave };
    },
  };
}
