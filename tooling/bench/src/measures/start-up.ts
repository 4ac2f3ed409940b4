import { openServer } from "../open-server.ts";
import type { Measure } from "./measure.ts";

/** Milliseconds from the spawn to the answer of the first `tools/list`. */
export function startUp(folder: string): Measure {
  return {
    name: "start-up",
    includes: ({ name }) => name !== "ripgrep",
    async enter(peer) {
      async function round(): Promise<readonly number[]> {
        const { server, milliseconds } = await openServer(peer, "usual", folder);
        await server.stop();
        return [milliseconds];
      }
      // Brings the program's files into the system's cache, where a second start finds them too.
      await round();
      return { round, leave: async () => {} };
    },
  };
}
