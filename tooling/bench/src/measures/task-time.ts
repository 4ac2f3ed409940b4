import { completeTask } from "../complete-task.ts";
import { openServer } from "../open-server.ts";
import type { Setup } from "../peers/peer.ts";
import { taskOf } from "../peers/task-of.ts";
import type { Measure } from "./measure.ts";
import { type Repetition, repeatedTime } from "./repeated-time.ts";
import type { Work } from "./work.ts";

/** What to time, and how often. */
export interface TaskTime extends Repetition {
  readonly work: Work;
  readonly setup: Setup;
}

/** Milliseconds that a task takes on a running server. */
export function taskTime(folder: string, { work, setup, ...repetition }: TaskTime): Measure {
  const includes: Measure["includes"] = (peer) => peer.tasks[work.task] !== undefined;
  return repeatedTime(repetition, includes, async (peer) => {
    const task = taskOf(peer, work.task);
    const { server } = await openServer(peer, setup, folder);
    return {
      async once() {
        const { milliseconds, items } = await completeTask(server, task);
        work.check(items);
        return milliseconds;
      },
      leave: () => server.stop(),
    };
  });
}
