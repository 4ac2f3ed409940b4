import { nearest, UsageError } from "@drawbridge/core";
import type { Command } from "./command-line/command.ts";
import { Failure } from "./command-line/failure.ts";
import { help } from "./command-line/help.ts";
import { ownPackage } from "./command-line/own-package.ts";
import { readCall } from "./command-line/read-call.ts";
import { commands } from "./commands.ts";

/** Runs what the command line asks for; resolves with the exit code. */
export async function main(words: readonly string[]): Promise<number> {
  const command = commands.find(({ name }) => name.split(" ").every((word, index) => words[index] === word));
  const [first] = words;
  if (first === "--version" || first === "-v") return printed(`${ownPackage().version}\n`);
  const end = words.indexOf("--");
  const asksHelp = words.slice(0, end === -1 ? undefined : end).some((word) => word === "--help" || word === "-h");
  if (asksHelp) return printed(help(command));
  if (first === undefined) return printed(help(), 2);
  if (command === undefined) return told(unknown(words), 2);
  return await performed(command, words.slice(command.name.split(" ").length));
}

async function performed(command: Command, words: readonly string[]): Promise<number> {
  try {
    return await command.run(readCall(command, words));
  } catch (error) {
    if (error instanceof UsageError) return told(`${error.message} (see drawbridge ${command.name} --help)`, 2);
    if (error instanceof Failure) return told(error.message, 1);
    throw error;
  }
}

/** Of a group such as `audit` all its commands are named. */
function unknown(words: readonly string[]): string {
  const [first = ""] = words;
  const names = commands.map(({ name }) => name);
  const group = names.filter((name) => name.startsWith(`${first} `));
  if (group.length > 0 && (words[1] === undefined || words[1].startsWith("-"))) {
    return `${first} is followed by one of ${group.map((name) => name.slice(first.length + 1)).join(", ")}`;
  }
  const two = words.slice(0, 2).join(" ");
  const meant = nearest(two, names) ?? nearest(first, names);
  const written = meant?.includes(" ") === false ? first : two;
  const hint = meant === undefined ? "drawbridge --help lists what there is" : `did you mean drawbridge ${meant}?`;
  return `there is no command ${JSON.stringify(written)}; ${hint}`;
}

function told(problem: string, exitCode: number): number {
  console.error(`drawbridge: ${problem}`);
  return exitCode;
}

function printed(text: string, exitCode = 0): number {
  process.stdout.write(text);
  return exitCode;
}
