import { execFileSync } from "node:child_process";

/**
 * Runs a command and returns what it printed; its error output goes to ours.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {string} cwd
 * @param {string} [input] what it reads
 * @returns {string}
 */
export function run(command, args, cwd, input) {
  const stdin = input === undefined ? "ignore" : "pipe";
  try {
    return execFileSync(command, args, { cwd, input, encoding: "utf8", stdio: [stdin, "pipe", "inherit"] });
  } catch (error) {
    throw new Error(`${[command, ...args].join(" ")} failed\n${error.stdout ?? ""}`, { cause: error });
  }
}
