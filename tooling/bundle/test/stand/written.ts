import { spawn } from "node:child_process";
import { setTimeout as passed } from "node:timers/promises";

export interface Start {
  readonly argv?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** What a program writes until it ends, where its input comes in these parts, with a while between. */
export async function written(program: string, parts: readonly string[], { argv = [], environment = {} }: Start = {}) {
  const child = spawn(process.execPath, [program, ...argv], { env: environment, stdio: ["pipe", "pipe", "pipe"] });
  const closed = new Promise<number | null>((resolve) => child.on("close", resolve));
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    stderr += text;
  });
  child.stdin.on("error", () => {});
  for (const [index, part] of parts.entries()) {
    if (index > 0) await passed(5);
    child.stdin.write(part);
  }
  child.stdin.end();
  const code = await closed;
  return { code, stderr, lines: stdout.split("\n").slice(0, -1) };
}
