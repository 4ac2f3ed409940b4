import type * as z from "zod";
import { describeOptions } from "./describe-options.ts";
import type { OptionDescription } from "./option-description.ts";
import { type GivenTexts, parseArguments } from "./parse-arguments.ts";
import { readConfigFile } from "./read-config-file.ts";
import { type Environment, readEnvironment } from "./read-environment.ts";
import { standardOptions } from "./standard-options.ts";
import { UsageError } from "./usage-error.ts";

/** What a person asked for: core's options, the connector's own, and which secrets were given. */
export interface ReadOptions<Own extends z.ZodObject> {
  readonly standard: z.output<typeof standardOptions>;
  readonly own: z.output<Own>;
  /** Values that must never leave the process. */
  readonly secrets: readonly string[];
}

/** Reads flags, then environment, then `--config`, then defaults. Throws `UsageError` for anything it cannot take. */
export async function readOptions<Own extends z.ZodObject>(
  own: Own,
  argv: readonly string[],
  environment: Environment,
): Promise<ReadOptions<Own>> {
  const standardDescriptions = describeOptions(standardOptions);
  const ownDescriptions = describeOptions(own);
  const all = [...ownDescriptions, ...standardDescriptions];
  const flags = parseArguments(all, argv);
  const file = flags.get("config")?.[0];
  const configured = file === undefined ? new Map() : await readConfigFile(file, all, environment);
  const read = (options: readonly OptionDescription[]) => readValues(options, flags, environment, configured);
  const ownValues = read(ownDescriptions);
  return {
    standard: parseValues(standardOptions, standardDescriptions, read(standardDescriptions)),
    // Nobody who asks for help should first have to give what is required.
    own:
      flags.has("help") || flags.has("version") ? ({} as z.output<Own>) : parseValues(own, ownDescriptions, ownValues),
    secrets: ownDescriptions.filter(({ secret }) => secret).flatMap(({ key }) => textsIn(ownValues[key])),
  };
}

function readValues(
  options: readonly OptionDescription[],
  flags: GivenTexts,
  environment: Environment,
  configured: ReadonlyMap<string, unknown>,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const option of options) {
    const variable = readEnvironment(option, environment);
    const texts = flags.get(option.name) ?? (variable === undefined ? undefined : splitVariable(option, variable));
    const value = texts === undefined ? configured.get(option.name) : fromTexts(option, texts);
    if (value !== undefined) values[option.key] = value;
  }
  return values;
}

/** A list in one variable is JSON, or one item a line; a separator of the option's own splits further. */
function splitVariable(option: OptionDescription, text: string): readonly string[] {
  if (option.kind !== "list") return [text];
  if (!text.startsWith("[")) return text.split("\n");
  try {
    return (JSON.parse(text) as unknown[]).map(String);
  } catch {
    throw new UsageError(`${option.environment[0]} begins like a JSON list and is none`);
  }
}

function fromTexts(option: OptionDescription, texts: readonly string[]): unknown {
  const { kind, separator } = option;
  if (kind === "list") return separator === undefined ? texts : texts.flatMap((text) => text.split(separator));
  const text = texts[0] ?? "";
  if (kind === "boolean")
    return text === "true" || text === "1" ? true : text === "false" || text === "0" ? false : text;
  return kind === "number" && /^-?\d+$/.test(text) ? Number(text) : text;
}

function parseValues<Schema extends z.ZodObject>(
  schema: Schema,
  options: readonly OptionDescription[],
  values: Record<string, unknown>,
): z.output<Schema> {
  // Options are read once: compiling a parser for them would take longer than parsing.
  const parsed = schema.safeParse(values, { jitless: true });
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const option = options.find(({ key }) => key === issue?.path[0]);
  if (issue === undefined || option === undefined) throw new UsageError(parsed.error.message);
  const shown = option.positional ? option.placeholder : `--${option.name}`;
  if (values[option.key] === undefined) throw new UsageError(missing(option, shown));
  const value = option.secret ? "" : ` ${JSON.stringify(valueAt(values, issue.path))}`;
  throw new UsageError(`${shown} does not take${value}: ${choicesOf(option) ?? expected(option, issue)}`);
}

function missing(option: OptionDescription, shown: string): string {
  const variables = option.environment.join(" or ");
  if (option.positional) return `nothing is given to serve: ${shown} is missing`;
  return option.secret ? `${option.name} is missing; set ${variables}` : `${shown} is missing (or ${variables})`;
}

const kinds: Readonly<Record<OptionDescription["kind"], string>> = {
  boolean: "true or false",
  number: "a whole number",
  text: "a text",
  list: "a list",
};

function expected({ kind }: OptionDescription, issue: z.core.$ZodIssue): string {
  return issue.code === "invalid_type" && issue.path.length === 1 ? `expected ${kinds[kind]}` : issue.message;
}

function choicesOf(option: OptionDescription): string | undefined {
  return option.placeholder.includes("|") && !option.placeholder.startsWith("<")
    ? `choose one of ${option.placeholder.split("|").join(", ")}`
    : undefined;
}

function valueAt(values: Record<string, unknown>, path: readonly PropertyKey[]): unknown {
  let value: unknown = values;
  for (const key of path) value = (value as Record<PropertyKey, unknown> | undefined)?.[key];
  return value;
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.flatMap(textsIn) : typeof value === "string" ? [value] : [];
}
