import { execFileSync } from "node:child_process";

/**
 * What a connector's program prints when it is started with a flag. It is run without any variable of this environment, so
 * that what depends on one is found out sooner or later.
 *
 * @param {string} program
 * @param {"--list-definitions" | "--describe"} flag
 * @returns {string}
 */
export function printed(program, flag) {
  return execFileSync(process.execPath, [program, flag], { env: {}, encoding: "utf8" });
}
