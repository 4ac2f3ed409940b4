import type { Peer } from "../peers/peer.ts";
import type { Measure } from "./measure.ts";

/** How often to do a thing, and from when on to count. */
export interface Repetition {
  readonly name: string;
  /** In a round, one after the other. */
  readonly times: number;
  /** Uncounted times before the first round: a small task needs thousands until its code is compiled for good. */
  readonly warmUp: number;
  readonly mostRounds?: number;
}

/** One server at work. */
interface Worker {
  /** Does the thing once, and says how many milliseconds the server took. */
  once(): Promise<number>;
  leave(): Promise<void>;
}

/** Milliseconds that a running server takes for a thing, again and again. */
export function repeatedTime(
  { times, warmUp, ...measure }: Repetition,
  includes: Measure["includes"],
  open: (peer: Peer) => Promise<Worker>,
): Measure {
  // While the others had their turn this server slept, and its next answers come late. A call in ten goes to waking it, uncounted;
  // else the 99th percentile would show nothing but that.
  const waking = Math.floor(times / 10);
  return {
    ...measure,
    includes,
    async enter(peer) {
      const worker = await open(peer);
      async function repeat(count: number): Promise<readonly number[]> {
        const samples: number[] = [];
        for (let time = 0; time < count; time++) samples.push(await worker.once());
        return samples;
      }
      await repeat(warmUp);
      return { round: async () => (await repeat(waking + times)).slice(waking), leave: () => worker.leave() };
    },
  };
}
