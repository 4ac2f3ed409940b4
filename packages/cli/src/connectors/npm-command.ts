import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ProgramCommand } from "./run-program.ts";

/** How to start npm or npx from here. On Windows they are scripts of a shell, which would read the arguments once more. */
export function npmCommand(name: "npm" | "npx", args: readonly string[], platform = process.platform): ProgramCommand {
  if (platform !== "win32") return { command: name, args };
  const beside = join(dirname(process.execPath), "node_modules", "npm", "bin");
  const running = dirname(process.env.npm_execpath ?? "");
  const folder = [beside, running].find((candidate) => existsSync(join(candidate, `${name}-cli.js`))) ?? beside;
  return { command: process.execPath, args: [join(folder, `${name}-cli.js`), ...args] };
}
