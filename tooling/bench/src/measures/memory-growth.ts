import { openServer } from "../open-server.ts";
import { taskOf } from "../peers/task-of.ts";
import { repeatAtOnce } from "../repeat-at-once.ts";
import type { Measure } from "./measure.ts";
import { residentBytes } from "./resident-bytes.ts";
import type { Throughput } from "./throughput.ts";

/** Bytes by which the memory of ours grows from the first fifth of so many tasks to their end. */
export function memoryGrowth(folder: string, { name, work, atOnce, times }: Throughput): Measure {
  return {
    name,
    mostRounds: 1,
    includes: (peer) => peer.name === "drawbridge",
    async enter(peer) {
      async function round(): Promise<readonly number[]> {
        const { server } = await openServer(peer, "usual", folder);
        const load = async (some: number) => {
          const completed = await repeatAtOnce(server, taskOf(peer, work.task), { atOnce, times: some });
          for (const { items } of completed) work.check(items);
          return residentBytes(server.pid);
        };
        const before = await load(times / 5);
        const after = await load((times * 4) / 5);
        await server.stop();
        return before === undefined || after === undefined ? [] : [Math.max(0, after - before)];
      }
      return { round, leave: async () => {} };
    },
  };
}
