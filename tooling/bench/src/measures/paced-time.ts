import { setTimeout } from "node:timers/promises";
import { completeTask } from "../complete-task.ts";
import { openServer } from "../open-server.ts";
import type { Setup } from "../peers/peer.ts";
import { taskOf } from "../peers/task-of.ts";
import type { Measure } from "./measure.ts";
import type { Work } from "./work.ts";

interface PacedTime {
  readonly name: string;
  readonly work: Work;
  readonly setup: Setup;
  /** From one time to the next. */
  readonly seconds: number;
  /** Uncounted times before. */
  readonly warmUp?: number;
}

/** Milliseconds of a task that comes every few seconds, as a model calls: it reads the answer, thinks, and calls again. */
export function pacedTime(folder: string, { name, work, setup, seconds, warmUp = 200 }: PacedTime): Measure {
  return {
    name,
    // Nothing but waiting: ten are steady enough.
    mostRounds: 10,
    includes: (peer) => peer.tasks[work.task] !== undefined,
    async enter(peer) {
      const task = taskOf(peer, work.task);
      const { server } = await openServer(peer, setup, folder);
      let last = 0;
      async function once(): Promise<number> {
        const { milliseconds, items } = await completeTask(server, task);
        last = performance.now();
        work.check(items);
        return milliseconds;
      }
      for (let time = 0; time < warmUp; time++) await once();
      async function round(): Promise<readonly number[]> {
        // The others had their turn meanwhile.
        await setTimeout(Math.max(0, last + seconds * 1000 - performance.now()));
        return [await once()];
      }
      return { round, leave: () => server.stop() };
    },
  };
}
