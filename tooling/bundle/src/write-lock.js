import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";

/**
 * Writes what a connector's program tells hosts into a file, to which it is then held at every start. The program is run
 * without any variable of this environment, so that what depends on one is found out sooner or later.
 *
 * @param {string} program
 * @param {string} lock
 */
export function writeLock(program, lock) {
  const printed = execFileSync(process.execPath, [program, "--list-definitions"], { env: {}, encoding: "utf8" });
  writeFileSync(lock, printed);
}
