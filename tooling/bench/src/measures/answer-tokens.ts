import { countTokens } from "gpt-tokenizer/encoding/o200k_base";
import { completeTask } from "../complete-task.ts";
import { openServer } from "../open-server.ts";
import { taskOf } from "../peers/task-of.ts";
import type { Measure } from "./measure.ts";
import type { Work } from "./work.ts";

/** Tokens of o200k of all that is said to a model, over all pages. */
export function answerTokens(folder: string, name: string, work: Work): Measure {
  return {
    name,
    mostRounds: 1,
    includes: (peer) => peer.tasks[work.task] !== undefined,
    async enter(peer) {
      const task = taskOf(peer, work.task);
      const { server } = await openServer(peer, "near", folder);
      async function round(): Promise<readonly number[]> {
        const { items } = await completeTask(server, task);
        work.check(items);
        return [items.reduce((sum, text) => sum + countTokens(text), 0)];
      }
      return { round, leave: () => server.stop() };
    },
  };
}
