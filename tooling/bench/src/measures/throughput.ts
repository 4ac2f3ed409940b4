import { openServer } from "../open-server.ts";
import { taskOf } from "../peers/task-of.ts";
import { repeatAtOnce } from "../repeat-at-once.ts";
import type { Measure } from "./measure.ts";
import type { Work } from "./work.ts";

// Until a server's code is compiled for good its rate keeps rising: several thousand small calls.
const WARM_UP_ROUNDS = 10;

/** What to do at once, and how hard. */
export interface Throughput {
  readonly name: string;
  readonly work: Work;
  /** How many are always under way. */
  readonly atOnce: number;
  /** How many in a round. */
  readonly times: number;
}

/** Tasks a second, with so many under way that the server never waits for us. */
export function throughput(folder: string, { name, work, atOnce, times }: Throughput): Measure {
  return {
    name,
    includes: (peer) => peer.tasks[work.task] !== undefined,
    async enter(peer) {
      const task = taskOf(peer, work.task);
      const { server } = await openServer(peer, "usual", folder);

      async function round(): Promise<readonly number[]> {
        const began = performance.now();
        const completed = await repeatAtOnce(server, task, { atOnce, times });
        const ended = Math.max(...completed.map(({ lastArrivedAt }) => lastArrivedAt));
        for (const { items } of completed) work.check(items);
        return [(times * 1000) / (ended - began)];
      }
      for (let count = 0; count < WARM_UP_ROUNDS; count++) await round();
      return { round, leave: () => server.stop() };
    },
  };
}
