import { BenchFailure } from "../bench-failure.ts";
import { openServer } from "../open-server.ts";
import type { Setup } from "../peers/peer.ts";
import type { Measure } from "./measure.ts";

/** Bytes of the tools as compact JSON: what every host carries into every conversation, before anything is asked. */
export function toolListSize(folder: string, name: string, setup: Setup): Measure {
  return {
    name,
    mostRounds: 1,
    // What is done in this process lists nothing.
    includes: (peer) => peer.arguments(setup).length > 0,
    async enter(peer) {
      async function round(): Promise<readonly number[]> {
        const { server, listed } = await openServer(peer, setup, folder);
        const tools: unknown[] = [];
        for (let page = listed; ; ) {
          if (!Array.isArray(page.tools)) throw new BenchFailure(`${peer.name}: tools/list holds no tools`);
          tools.push(...page.tools);
          if (page.nextCursor === undefined) break;
          page = (await server.request("tools/list", { cursor: page.nextCursor })).result;
        }
        await server.stop();
        return [Buffer.byteLength(JSON.stringify(tools))];
      }
      return { round, leave: async () => {} };
    },
  };
}
