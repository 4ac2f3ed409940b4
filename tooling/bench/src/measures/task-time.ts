import { completeTask } from "../complete-task.ts";
import { openServer } from "../open-server.ts";
import type { Setup } from "../peers/peer.ts";
import { taskOf } from "../peers/task-of.ts";
import type { Measure } from "./measure.ts";
import type { Work } from "./work.ts";

/** What to time, and how often. */
export interface TaskTime {
  readonly name: string;
  readonly work: Work;
  readonly setup: Setup;
  /** In a round, one after the other. */
  readonly times: number;
  /** Uncounted times before the first round: a small task needs a thousand until its code is compiled for good. */
  readonly warmUp: number;
  readonly mostRounds?: number;
}

/** Milliseconds that a task takes on a running server. */
export function taskTime(folder: string, { work, setup, times, warmUp, ...measure }: TaskTime): Measure {
  // While the others had their turn this server slept, and its next answers come late. A call in ten goes to waking it, uncounted;
  // else the 99th percentile would show nothing but that.
  const waking = Math.floor(times / 10);
  return {
    ...measure,
    includes: (peer) => peer.tasks[work.task] !== undefined,
    async enter(peer) {
      const task = taskOf(peer, work.task);
      const { server } = await openServer(peer, setup, folder);

      async function repeat(count: number): Promise<readonly number[]> {
        const samples: number[] = [];
        for (let time = 0; time < count; time++) {
          const { milliseconds, items } = await completeTask(server, task);
          work.check(items);
          samples.push(milliseconds);
        }
        return samples;
      }
      await repeat(warmUp);
      return { round: async () => (await repeat(waking + times)).slice(waking), leave: () => server.stop() };
    },
  };
}
