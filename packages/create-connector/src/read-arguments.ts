import { parseArgs } from "node:util";
import { nearest } from "@drawbridge/core";
import { Mistake } from "./mistake.ts";

const flags = {
  system: { type: "string" },
  package: { type: "string" },
  folder: { type: "string" },
  own: { type: "boolean", default: false },
  yes: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
  version: { type: "boolean", default: false },
} as const;

/** What the command line says. */
export type Arguments = ReturnType<typeof parse>["values"] & { readonly name: string | undefined };

/** Throws `Mistake` for a flag that does not exist, naming the one that may be meant. */
export function readArguments(argv: readonly string[]): Arguments {
  const { values, positionals } = parsed(argv);
  const [name, extra] = positionals;
  if (extra !== undefined) throw new Mistake(`one name is taken, and ${extra} is a second (see --help)`);
  return { ...values, name };
}

function parsed(argv: readonly string[]) {
  const unknown = argv.find((word) => word.startsWith("--") && !Object.hasOwn(flags, wordOf(word)));
  if (unknown !== undefined) {
    const meant = nearest(wordOf(unknown), Object.keys(flags));
    throw new Mistake(`there is no ${unknown}${meant === undefined ? "" : `: do you mean --${meant}?`} (see --help)`);
  }
  try {
    return parse(argv);
  } catch (error) {
    throw new Mistake(`${(error as Error).message} (see --help)`);
  }
}

function parse(argv: readonly string[]) {
  return parseArgs({ args: [...argv], options: flags, allowPositionals: true });
}

function wordOf(flag: string): string {
  return flag.slice(2).split("=")[0] ?? "";
}
