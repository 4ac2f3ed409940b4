import type * as z from "zod";
import { describeOptions } from "./describe-options.ts";
import { environmentFromKeyring } from "./environment-from-keyring.ts";
import { environmentSecrets } from "./environment-secrets.ts";
import type { OptionDescription } from "./option-description.ts";
import type { OptionProblem } from "./option-problem.ts";
import { parseArguments } from "./parse-arguments.ts";
import { parseValues } from "./parse-values.ts";
import { readConfigFile } from "./read-config-file.ts";
import type { Environment } from "./read-environment.ts";
import { type OptionSources, readValues } from "./read-values.ts";
import { standardOptions } from "./standard-options.ts";
import { UsageError } from "./usage-error.ts";

/** What could be read of the options, and what could not. */
export interface ExaminedOptions<Own extends z.ZodObject> {
  /** With defaults for what cannot be taken. */
  readonly standard: z.output<typeof standardOptions>;
  /** Undefined where something that is required is missing or cannot be taken. */
  readonly own: z.output<Own> | undefined;
  /** Names of the flags that ask for something to be done, as `doctor` and `help` do. */
  readonly asked: readonly string[];
  /** Values that must never leave the process. */
  readonly secrets: readonly string[];
  /** In the order in which they were met. */
  readonly problems: readonly OptionProblem[];
}

/**
 * Reads flags, then environment, then `--config`, then defaults, and goes on past what it cannot take. Throws
 * `UsageError` for flags that do not exist or are given in the wrong way.
 *
 * @param modes keys of own flags that work without what is otherwise required: it is then missing from `own`
 */
export async function examineOptions<Own extends z.ZodObject>(
  own: Own,
  argv: readonly string[],
  given: Environment,
  modes: readonly string[] = [],
): Promise<ExaminedOptions<Own>> {
  const standardDescriptions = describeOptions(standardOptions);
  const ownDescriptions = describeOptions(own);
  const all = [...ownDescriptions, ...standardDescriptions];
  const flags = parseArguments(all, argv);
  const problems: OptionProblem[] = [];
  const add = (problem: OptionProblem) => {
    const isKnown = problem.option !== undefined && problems.some(({ option }) => option === problem.option);
    if (!isKnown) problems.push(problem);
  };
  const environment = await environmentFromKeyring(all, given, (error, option) =>
    add({ error, option, source: "environment" }),
  );
  const configured = await readConfigured(flags.get("config")?.[0], all, environment, add);
  const sources: OptionSources = { flags, environment, configured };
  const report = (error: UsageError, option: OptionDescription | undefined) =>
    add({ error, option, source: option === undefined ? "nowhere" : sourceOf(option, sources) });
  const ownValues = readValues(ownDescriptions, sources, report);
  const standardValues = readValues(standardDescriptions, sources, report);
  const standard = parseValues(standardOptions, standardDescriptions, standardValues, report);
  if (standard === undefined) throw new Error("A standard option has no default");
  // Nobody who asks for what is the same whatever is served should first have to give what is required.
  const isAsking = ["help", "version"].some((flag) => flags.has(flag));
  const isMode = ownDescriptions.some(({ key, name }) => modes.includes(key) && flags.has(name));
  const schema = isMode || flags.has("list-definitions") ? (own.partial() as unknown as Own) : own;
  return {
    standard,
    own: isAsking ? ({} as z.output<Own>) : parseValues(schema, ownDescriptions, ownValues, report),
    asked: all.flatMap(({ kind, flagOnly, name }) => (kind === "boolean" && flagOnly && flags.has(name) ? [name] : [])),
    secrets: [
      ...new Set([
        ...secretsIn(all, { ...ownValues, ...standardValues }, configured),
        ...environmentSecrets(all, environment),
      ]),
    ],
    problems,
  };
}

async function readConfigured(
  file: string | undefined,
  options: readonly OptionDescription[],
  environment: Environment,
  add: (problem: OptionProblem) => void,
): Promise<ReadonlyMap<string, unknown>> {
  if (file === undefined) return new Map();
  const report = (error: UsageError, option?: OptionDescription) => add({ error, option, source: "file" });
  try {
    return await readConfigFile(file, options, environment, report);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    report(error);
    return new Map();
  }
}

function sourceOf(
  { name, environment: variables }: OptionDescription,
  { flags, environment, configured }: OptionSources,
): OptionProblem["source"] {
  if (flags.has(name)) return "command line";
  if (variables.some((variable) => environment[variable] || environment[`${variable}_FILE`])) return "environment";
  return configured.has(name) ? "file" : "nowhere";
}

/** Those that win, and those of the file that do not: neither may be shown. */
function secretsIn(
  options: readonly OptionDescription[],
  values: Record<string, unknown>,
  configured: ReadonlyMap<string, unknown>,
): readonly string[] {
  return options.flatMap(({ key, name, secretsWithin }) =>
    [values[key], configured.get(name)].flatMap(textsIn).flatMap(secretsWithin),
  );
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.flatMap(textsIn) : typeof value === "string" ? [value] : [];
}
