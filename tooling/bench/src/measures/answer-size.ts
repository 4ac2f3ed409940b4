import { openServer } from "../open-server.ts";
import { taskOf } from "../peers/task-of.ts";
import type { Measure } from "./measure.ts";
import type { Work } from "./work.ts";

/** Bytes of what the first answer to a task says to a model, as compact JSON. */
export function answerSize(folder: string, name: string, work: Work): Measure {
  return {
    name,
    mostRounds: 1,
    includes: (peer) => peer.tasks[work.task] !== undefined,
    async enter(peer) {
      const task = taskOf(peer, work.task);
      const { server } = await openServer(peer, "near", folder);
      async function round(): Promise<readonly number[]> {
        const { result } = await server.callTool(task.call(undefined));
        return [Buffer.byteLength(JSON.stringify(result.content))];
      }
      return { round, leave: () => server.stop() };
    },
  };
}
