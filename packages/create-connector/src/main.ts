import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { help } from "./help.ts";
import { Mistake } from "./mistake.ts";
import { newFiles } from "./new-files.ts";
import { nextSteps } from "./next-steps.ts";
import { readArguments } from "./read-arguments.ts";
import { settle } from "./settle.ts";
import { writeFiles } from "./write-files.ts";

const here = new URL("../", import.meta.url);

/**
 * Runs the command.
 *
 * @param from the folder that it was started in
 * @returns the status to leave with: 2 for what a person can mend
 */
export async function main(argv: readonly string[], from: string): Promise<number> {
  try {
    process.stdout.write(await make(argv, from));
    return 0;
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    process.stderr.write(`create-connector: ${error.message}\n`);
    return 2;
  }
}

async function make(argv: readonly string[], from: string): Promise<string> {
  const given = readArguments(argv);
  if (given.help) return help;
  if (given.version) return `${(JSON.parse(text("package.json")) as { version: string }).version}\n`;
  const isAsked = !given.yes && process.stdin.isTTY === true && process.stdout.isTTY === true && !process.env.CI;
  const wanted = await settle(given, from, isAsked ? await import("./ask.ts") : undefined);
  const versions = JSON.parse(text("dist/versions.json")) as Record<string, string>;
  writeFiles(wanted.folder, newFiles(fileURLToPath(new URL("template", here)), wanted, versions));
  return nextSteps(wanted, from);
}

function text(path: string): string {
  return readFileSync(new URL(path, here), "utf8");
}
