import { parseArgs } from "node:util";
import { nearest, UsageError } from "@drawbridge/core";
import { Call } from "./call.ts";
import type { Command, Flag } from "./command.ts";

type Token =
  ReturnType<typeof parseArgs> extends infer Parsed
    ? Parsed extends { tokens?: readonly (infer Each)[] }
      ? Each
      : never
    : never;

/** Reads what stands behind a command's name. Throws `UsageError` for a flag that it does not have. */
export function readCall({ name, operands: named, flags, rest: takesRest }: Command, words: readonly string[]): Call {
  const end = words.indexOf("--");
  const [before, rest] = end === -1 ? [words, []] : [words.slice(0, end), words.slice(end + 1)];
  if (rest.length > 0 && takesRest === undefined) throw new UsageError(`${name} takes nothing behind --`);
  const known = new Map(flags.map((flag) => [flag.name, flag]));
  const options = Object.fromEntries(flags.map((flag) => [flag.name, { type: typeOf(flag), multiple: true }] as const));
  const { tokens } = parseArgs({ args: [...before], strict: false, tokens: true, options });
  const operands: string[] = [];
  const given = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === "positional") operands.push(token.value);
    if (token.kind === "option") addFlag(given, known.get(token.name), token, flags);
  }
  if (named === "" && operands.length > 0) throw new UsageError(`${name} takes no ${JSON.stringify(operands[0])}`);
  return new Call(operands, given, rest);
}

function typeOf({ placeholder }: Flag): "boolean" | "string" {
  return placeholder === undefined ? "boolean" : "string";
}

function addFlag(
  given: Map<string, string[]>,
  flag: Flag | undefined,
  { name, rawName, value, inlineValue }: Extract<Token, { kind: "option" }>,
  flags: readonly Flag[],
): void {
  if (flag === undefined) throw new UsageError(unknown(name, rawName, flags));
  const { placeholder, repeatable } = flag;
  if (placeholder === undefined && value !== undefined) throw new UsageError(`${rawName} takes no value`);
  if (placeholder !== undefined && (value === undefined || value === "")) {
    throw new UsageError(`${rawName} needs a value: ${rawName} ${placeholder}`);
  }
  if (inlineValue === false && value?.startsWith("-") === true && value !== "-") {
    throw new UsageError(`${rawName} needs a value; one that begins with a dash is written ${rawName}=${value}`);
  }
  const before = given.get(name) ?? [];
  if (before.length > 0 && repeatable !== true) throw new UsageError(`${rawName} is given twice`);
  given.set(name, [...before, value ?? ""]);
}

function unknown(name: string, rawName: string, flags: readonly Flag[]): string {
  const meant = nearest(
    name,
    flags.map((flag) => flag.name),
  );
  return `unknown option ${rawName}${meant === undefined ? "" : `; did you mean --${meant}?`}`;
}
