import { readFileSync } from "node:fs";
import { nearest } from "@drawbridge/core";
import { commands } from "./commands.ts";
import { help } from "./help.ts";

/** Runs what the command line asks for; resolves with the exit code. */
export async function main(words: readonly string[]): Promise<number> {
  if (words.length === 0 || words.includes("--help") || words.includes("-h")) {
    process.stdout.write(help());
    return words.length === 0 ? 2 : 0;
  }
  if (words[0] === "--version" || words[0] === "-v") {
    process.stdout.write(`${version()}\n`);
    return 0;
  }
  const command = commands.find(({ name }) => name.split(" ").every((word, index) => words[index] === word));
  if (command !== undefined) return command.run(words.slice(command.name.split(" ").length));
  const called = words.slice(0, 2).join(" ");
  const meant = nearest(
    called,
    commands.map(({ name }) => name),
  );
  const hint = meant === undefined ? "drawbridge --help lists what there is" : `did you mean drawbridge ${meant}?`;
  console.error(`drawbridge: there is no command ${JSON.stringify(called)}; ${hint}`);
  return 2;
}

function version(): string {
  return (JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string }).version;
}
