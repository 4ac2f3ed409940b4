import { BenchFailure } from "../bench-failure.ts";
import { openServer } from "../open-server.ts";
import type { Measure } from "./measure.ts";
import { type Repetition, repeatedTime } from "./repeated-time.ts";

/** Milliseconds from `tools/list` to its answer on a running server, which must have so many tools. */
export function toolListTime(folder: string, tools: number, repetition: Repetition): Measure {
  return repeatedTime(
    repetition,
    () => true,
    async (peer) => {
      const { server } = await openServer(peer, "usual", folder);
      return {
        async once() {
          const { milliseconds, result } = await server.request("tools/list", {});
          const listed = Array.isArray(result.tools) ? result.tools.length : 0;
          if (listed !== tools) throw new BenchFailure(`${peer.name} listed ${listed} tools of ${tools}`);
          return milliseconds;
        },
        leave: () => server.stop(),
      };
    },
  );
}
