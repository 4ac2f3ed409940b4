import type { OptionDescription } from "./option-description.ts";
import type { GivenTexts } from "./parse-arguments.ts";
import { type Environment, readEnvironment } from "./read-environment.ts";
import { UsageError } from "./usage-error.ts";

/** Where the values of options are looked for, in this order. */
export interface OptionSources {
  readonly flags: GivenTexts;
  readonly environment: Environment;
  /** What the `--config` file says, by option name. */
  readonly configured: ReadonlyMap<string, unknown>;
}

/** The values as they were given, by key, for a schema to parse. What cannot be read is told of and left out. */
export function readValues(
  options: readonly OptionDescription[],
  sources: OptionSources,
  report: (error: UsageError, option: OptionDescription) => void,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const option of options) {
    try {
      const value = readValue(option, sources);
      if (value !== undefined) values[option.key] = value;
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      report(error, option);
    }
  }
  return values;
}

function readValue(option: OptionDescription, { flags, environment, configured }: OptionSources): unknown {
  const variable = readEnvironment(option, environment);
  const texts = flags.get(option.name) ?? (variable === undefined ? undefined : splitVariable(option, variable));
  return texts === undefined ? configured.get(option.name) : fromTexts(option, texts);
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
