import { parseArgs } from "node:util";
import { nearest } from "./nearest.ts";
import type { OptionDescription } from "./option-description.ts";
import { shortFlags } from "./short-flags.ts";
import { UsageError } from "./usage-error.ts";

/** Texts as they were given, by option name. Booleans are `"true"`. */
export type GivenTexts = ReadonlyMap<string, readonly string[]>;

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  /** Whether the value stood after an equals sign; false when it is the next argument, whatever that is. */
  readonly inlineValue: boolean | undefined;
}

/** Reads the command line. An unknown, repeated or valueless flag is fatal: a mistyped limit must not go unnoticed. */
export function parseArguments(options: readonly OptionDescription[], argv: readonly string[]): GivenTexts {
  const flags = new Map(options.filter((option) => !option.positional && !option.secret).map((o) => [o.name, o]));
  const positional = options.find((option) => option.positional);
  const given = new Map<string, string[]>();
  const { tokens } = parseArgs({ args: [...argv], strict: false, tokens: true, options: parseArgsOptions(flags) });
  for (const token of tokens) {
    if (token.kind === "option") addFlag(given, flags, options, token);
    else if (token.kind === "positional") addPositional(given, positional, token.value);
  }
  return given;
}

function parseArgsOptions(flags: ReadonlyMap<string, OptionDescription>) {
  return Object.fromEntries(
    [...flags].map(([name, { kind }]) => {
      const short = shortFlags[name];
      const type = kind === "boolean" ? ("boolean" as const) : ("string" as const);
      return [name, { type, multiple: true, ...(short === undefined ? {} : { short }) }];
    }),
  );
}

function addFlag(
  given: Map<string, string[]>,
  flags: ReadonlyMap<string, OptionDescription>,
  options: readonly OptionDescription[],
  { name, rawName, value, inlineValue }: OptionToken,
): void {
  const option = flags.get(name);
  if (option === undefined) throw new UsageError(unknownFlag(name, rawName, flags, options));
  if (option.kind === "boolean" && value !== undefined) throw new UsageError(`${rawName} takes no value`);
  if (option.kind !== "boolean" && value === undefined) {
    throw new UsageError(`${rawName} needs a value: ${rawName} ${option.placeholder}`);
  }
  if (inlineValue === false && /^-./.test(value ?? "")) {
    throw new UsageError(`${rawName} needs a value; one that begins with a dash is written ${rawName}=${value}`);
  }
  const before = given.get(name);
  if (before !== undefined && option.kind !== "list") throw new UsageError(`${rawName} is given twice`);
  given.set(name, [...(before ?? []), value ?? "true"]);
}

function addPositional(given: Map<string, string[]>, option: OptionDescription | undefined, value: string): void {
  if (option === undefined)
    throw new UsageError(`unexpected argument ${JSON.stringify(value)}: only options are taken`);
  const before = given.get(option.name) ?? [];
  if (before.length > 0 && option.kind !== "list") {
    throw new UsageError(`unexpected argument ${JSON.stringify(value)}: only one ${option.placeholder} is taken`);
  }
  given.set(option.name, [...before, value]);
}

function unknownFlag(
  name: string,
  rawName: string,
  flags: ReadonlyMap<string, OptionDescription>,
  options: readonly OptionDescription[],
): string {
  const secret = options.find((option) => option.secret && option.name === name);
  if (secret !== undefined) {
    return `${rawName} is a secret, which process lists would show: set ${secret.environment[0]} instead`;
  }
  const meant = nearest(name, flags.keys());
  return `unknown option ${rawName}${meant === undefined ? "" : `; did you mean --${meant}?`}`;
}
