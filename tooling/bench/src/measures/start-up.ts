import { setTimeout } from "node:timers/promises";
import { openServer } from "../open-server.ts";
import type { Measure } from "./measure.ts";

/** A program may keep something for its next start once it has been up for a while, as every host lets it be. */
const settled = 5000;

/** Milliseconds from the spawn to the answer of the first `tools/list`. */
export function startUp(folder: string): Measure {
  return {
    name: "start-up",
    // What is done in this process is not started.
    includes: (peer) => peer.arguments("usual").length > 0,
    async enter(peer) {
      async function round(stay = 0): Promise<readonly number[]> {
        const { server, milliseconds } = await openServer(peer, "usual", folder);
        await setTimeout(stay);
        await server.stop();
        return [milliseconds];
      }
      // Brings the program's files into the system's cache, where a second start finds them too.
      await round(settled);
      return { round: () => round(), leave: async () => {} };
    },
  };
}
