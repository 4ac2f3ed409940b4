import { spawnSync } from "node:child_process";

/** Which processors this process may run on, and with it those that it starts from then on. */
export const processor = {
  /** Where `taskset` (util-linux) is missing, as on macOS, a process runs where the system likes. */
  canBeChosen: taskset().status === 0,

  /** Does something on the first processor that this process may run on, and nowhere else, where that can be chosen. */
  async only<Outcome>(work: () => Promise<Outcome>): Promise<Outcome> {
    const allowed = /: ([\d,-]+)\s*$/.exec(taskset().stdout)?.[1];
    if (allowed === undefined) return work();
    taskset(/^\d+/.exec(allowed)?.[0]);
    try {
      return await work();
    } finally {
      taskset(allowed);
    }
  },
};

/** Sets where this process may run, or without a list only tells. */
function taskset(list?: string): { readonly status: number | null; readonly stdout: string } {
  const { status, stdout } = spawnSync(
    "taskset",
    ["-a", "-cp", ...(list === undefined ? [] : [list]), `${process.pid}`],
    {
      encoding: "utf8",
    },
  );
  return { status, stdout: stdout ?? "" };
}
