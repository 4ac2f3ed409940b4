import { readFile } from "node:fs/promises";
import { openServer } from "../open-server.ts";
import { taskOf } from "../peers/task-of.ts";
import { repeatAtOnce } from "../repeat-at-once.ts";
import type { Measure } from "./measure.ts";
import type { Work } from "./work.ts";

/** The work after which memory is looked at. */
export interface PeakMemory {
  readonly name: string;
  /** Done in this order, each completely before the next. */
  readonly load: readonly { readonly work: Work; readonly atOnce: number; readonly times: number }[];
}

/** The most bytes of memory that a fresh server process ever held resident, by the kernel's own record, after a fixed load. */
export function peakMemory(folder: string, { name, load }: PeakMemory): Measure {
  return {
    name,
    // A fresh process under the same load differs by a few per cent, so more rounds tell nothing more.
    mostRounds: 3,
    includes: (peer) => load.every(({ work }) => peer.tasks[work.task] !== undefined),
    async enter(peer) {
      async function round(): Promise<readonly number[]> {
        const { server } = await openServer(peer, "large pages", folder);
        for (const { work, ...extent } of load) {
          const completed = await repeatAtOnce(server, taskOf(peer, work.task), extent);
          for (const { items } of completed) work.check(items);
        }
        const peak = await readPeak(server.pid);
        await server.stop();
        return peak;
      }
      return { round, leave: async () => {} };
    },
  };
}

// proc_pid_status(5): VmHWM is the peak resident set size, in units of 1024 bytes. Only Linux keeps it for others to read.
async function readPeak(pid: number | undefined): Promise<number[]> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const kibibytes = /^VmHWM:\s*(\d+) kB$/m.exec(status)?.[1];
  return kibibytes === undefined ? [] : [Number(kibibytes) * 1024];
}
