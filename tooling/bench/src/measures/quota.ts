import { openServer } from "../open-server.ts";
import { taskOf } from "../peers/task-of.ts";
import { repeatAtOnce } from "../repeat-at-once.ts";
import type { GithubSamples } from "../samples/github-samples.ts";
import type { Measure } from "./measure.ts";
import type { Work } from "./work.ts";

/** Requests that GitHub takes from the allowance for a task that is repeated so often, once it has been done. */
export function quota(
  folder: string,
  { spent }: GithubSamples,
  { name, work, times }: { readonly name: string; readonly work: Work; readonly times: number },
): Measure {
  return {
    name,
    mostRounds: 1,
    includes: (peer) => peer.tasks[work.task] !== undefined,
    async enter(peer) {
      const task = taskOf(peer, work.task);
      const { server } = await openServer(peer, "near", folder);
      async function round(): Promise<readonly number[]> {
        const repeat = async (often: number) => {
          const completed = await repeatAtOnce(server, task, { atOnce: 1, times: often });
          for (const { items } of completed) work.check(items);
        };
        await repeat(1);
        const before = await spent();
        await repeat(times);
        return [(await spent()) - before];
      }
      return { round, leave: () => server.stop() };
    },
  };
}
