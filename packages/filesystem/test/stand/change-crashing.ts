import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Call } from "./call-crashing.ts";
import type { CrashStand } from "./lay-for-crash.ts";

const preload = fileURLToPath(new URL("./crash-at-call.mjs", import.meta.url));

/**
 * Makes one change in a process of its own, which is killed before its n-th change on the disk. Returns whether it came to its
 * end.
 *
 * @param script what `bundleChange` made
 */
export function changeCrashing(script: string, stand: CrashStand, [tool, input]: Call, at: number): Promise<boolean> {
  const argv = ["--import", preload, script, stand.root, stand.journal, tool, JSON.stringify(input)];
  const environment = { ...process.env, CRASH_UNDER: stand.base, CRASH_AT: `${at}` };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, argv, { env: environment }, (error, stdout) => {
      if (error === null || error.signal === "SIGKILL") resolve(stdout === "done");
      else reject(error);
    });
  });
}
