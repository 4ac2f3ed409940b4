import type * as z from "zod";
import type { OptionDescription } from "./option-description.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Parses the values that were given. Each option that its schema refuses, or lacks, is told of once, and does without
 * its value; undefined where it cannot.
 */
export function parseValues<Schema extends z.ZodObject>(
  schema: Schema,
  options: readonly OptionDescription[],
  values: Record<string, unknown>,
  report: (error: UsageError, option: OptionDescription | undefined) => void,
): z.output<Schema> | undefined {
  // Options are read once: compiling a parser for them would take longer than parsing.
  const parsed = schema.safeParse(values, { jitless: true });
  if (parsed.success) return parsed.data;
  const usable = { ...values };
  for (const issue of parsed.error.issues) {
    const option = options.find(({ key }) => key === issue.path[0]);
    report(new UsageError(option === undefined ? issue.message : refusal(option, issue, values)), option);
    if (option !== undefined) delete usable[option.key];
  }
  return schema.safeParse(usable, { jitless: true }).data;
}

function refusal(option: OptionDescription, issue: z.core.$ZodIssue, values: Record<string, unknown>): string {
  const shown = option.positional ? option.placeholder : `--${option.name}`;
  if (values[option.key] === undefined) return missing(option, shown);
  const value = option.secret ? "" : ` ${JSON.stringify(valueAt(values, issue.path))}`;
  return `${shown} does not take${value}: ${choicesOf(option) ?? expected(option, issue)}`;
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
