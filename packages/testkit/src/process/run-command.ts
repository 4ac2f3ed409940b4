import { spawn } from "node:child_process";
import type { StartOptions } from "../places/in-process.ts";

/** How a command ended. */
export interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a connector's command to its end, with an empty standard input. For modes such as `--check`. */
export function runCommand(cli: string, { argv, environment = {} }: StartOptions): Promise<Ended> {
  const child = spawn(process.execPath, [cli, ...argv], {
    env: { PATH: process.env.PATH, ...environment },
    timeout: 20_000,
  });
  const output = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output.stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    output.stderr += text;
  });
  child.stdin.end();
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exitCode) => resolve({ exitCode, ...output }));
  });
}
