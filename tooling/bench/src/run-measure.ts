import { BenchFailure } from "./bench-failure.ts";
import type { Measure } from "./measures/measure.ts";
import type { Participant } from "./measures/participant.ts";
import type { Peer } from "./peers/peer.ts";

const SECONDS_A_ROUND = 180;

/** By the peer's name, the samples of each round. A peer that takes no part is absent. */
export type Samples = ReadonlyMap<string, readonly (readonly number[])[]>;

/**
 * Runs a measure for all peers that can take part: a round of the first, a round of the second, and so on, and back again, so that a
 * machine that grows slower or faster meanwhile does so for all, and none always follows the same one.
 *
 * @throws BenchFailure naming the measure, when a server errs, answers wrongly or not at all
 */
export async function runMeasure(measure: Measure, peers: readonly Peer[], rounds: number): Promise<Samples> {
  const participants = new Map<string, Participant>();
  const samples = new Map<string, (readonly number[])[]>();
  try {
    for (const peer of peers.filter((candidate) => measure.includes(candidate))) {
      participants.set(peer.name, await withinTime(measure.enter(peer), peer.name));
      samples.set(peer.name, []);
    }
    for (let round = 0; round < Math.min(rounds, measure.mostRounds ?? rounds); round++) {
      for (const [name, participant] of round % 2 ? [...participants].reverse() : participants) {
        samples.get(name)?.push(await withinTime(participant.round(), name));
      }
    }
    for (const participant of participants.values()) await participant.leave();
  } catch (error) {
    if (error instanceof BenchFailure) throw new BenchFailure(`${measure.name}: ${error.message}`, { cause: error });
    throw error;
  }
  return samples;
}

async function withinTime<Outcome>(work: Promise<Outcome>, name: string): Promise<Outcome> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const failure = new BenchFailure(`${name} did not finish within ${SECONDS_A_ROUND} seconds`);
    timer = setTimeout(() => reject(failure), SECONDS_A_ROUND * 1000);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
