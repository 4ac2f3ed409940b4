import { processStart } from "./process-start.ts";

/**
 * Whether a process of this machine still runs. Where the system does not tell when a process began, one with that number
 * counts as the one that is meant.
 *
 * @param start when it began, as `processStart` told
 */
export function processRuns(pid: number, start: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  const began = processStart(pid);
  return began === start || (began !== "ended" && (began === "" || start === ""));
}
