import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Measure } from "./measure.ts";
import { repeatedTime } from "./repeated-time.ts";
import { type TaskTime, taskTime } from "./task-time.ts";

const run = promisify(execFile);

/** What ripgrep is asked itself, in the folder that servers search. */
export interface Grep {
  readonly folder: string;
  readonly pattern: string;
}

/** Milliseconds of a search on a running server; of ripgrep itself those of a child that prints the same lines. */
export function grepTime(folder: string, { folder: searched, pattern }: Grep, time: TaskTime): Measure {
  const ofServer = taskTime(folder, time);
  const ofChild = repeatedTime(
    time,
    () => true,
    async () => {
      const { rgPath } = await import("@vscode/ripgrep");
      return {
        async once() {
          const started = performance.now();
          const { stdout } = await run(rgPath, ["--no-config", "--hidden", "--line-number", pattern, "."], {
            cwd: searched,
          });
          const milliseconds = performance.now() - started;
          time.work.check([stdout]);
          return milliseconds;
        },
        async leave() {},
      };
    },
  );
  const isChild = (name: string) => name === "ripgrep";
  return {
    ...ofServer,
    includes: (peer) => isChild(peer.name) || ofServer.includes(peer),
    enter: (peer) => (isChild(peer.name) ? ofChild : ofServer).enter(peer),
  };
}
