import { execFileSync } from "node:child_process";

/**
 * What a connector's program tells hosts. It is run without any variable of this environment, so that what depends on one
 * is found out sooner or later.
 *
 * @param {string} program
 * @returns {string}
 */
export function definitionsTold(program) {
  return execFileSync(process.execPath, [program, "--list-definitions"], { env: {}, encoding: "utf8" });
}
