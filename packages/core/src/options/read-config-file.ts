import { readFileSync } from "node:fs";
import { nearest } from "./nearest.ts";
import type { OptionDescription } from "./option-description.ts";
import type { Environment } from "./read-environment.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Reads `--config`: JSON or YAML whose keys are the options' names. `${env:NAME}` inside a text stands for that
 * variable, so that a file can be shared without the secrets in it.
 *
 * @param report told of each key that cannot be taken, before the next is read
 */
export async function readConfigFile(
  file: string,
  options: readonly OptionDescription[],
  environment: Environment,
  report: (problem: UsageError, option?: OptionDescription) => void = fatal,
): Promise<ReadonlyMap<string, unknown>> {
  const settings = await parseFile(file);
  const names = new Map(options.filter((option) => !option.flagOnly).map((option) => [option.name, option]));
  const values = new Map<string, unknown>();
  for (const [name, value] of Object.entries(settings)) {
    const option = names.get(name);
    if (option === undefined) {
      const meant = nearest(name, names.keys());
      const hint = meant === undefined ? `known keys are ${[...names.keys()].join(", ")}` : `did you mean "${meant}"?`;
      report(new UsageError(`unknown key ${JSON.stringify(name)} in ${file}; ${hint}`));
      continue;
    }
    if (option.secret && !(typeof value === "string" && /^\$\{env:\w+\}$/.test(value))) {
      const hint = `write "\${env:${option.environment[0]}}" instead`;
      const isEmpty = value === null || value === "";
      const problem = isEmpty ? `is empty; ${hint}, or leave it out` : `is a secret in clear; ${hint}`;
      report(new UsageError(`${name} in ${file} ${problem}`), option);
    }
    try {
      values.set(name, substitute(value, environment, `${name} in ${file}`));
    } catch (error) {
      report(error as UsageError, option);
    }
  }
  return values;
}

function fatal(problem: UsageError): never {
  throw problem;
}

async function parseFile(file: string): Promise<Record<string, unknown>> {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new UsageError(`--config ${file} cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
  // YAML is a superset of JSON, so that one parser reads both; it is loaded only when there is a file to read.
  const { default: yaml } = await import("yaml");
  let parsed: unknown;
  try {
    parsed = yaml.parse(text, { maxAliasCount: 0 });
  } catch (error) {
    throw new UsageError(
      `--config ${file} is neither JSON nor YAML: ${(error as Error).message.split("\n")[0]?.replace(/:$/, "")}`,
    );
  }
  if (typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)) return parsed as Record<string, unknown>;
  throw new UsageError(`--config ${file} must hold one object whose keys are options`);
}

function substitute(value: unknown, environment: Environment, where: string): unknown {
  if (Array.isArray(value)) return value.map((item) => substitute(item, environment, where));
  if (typeof value !== "string") return value;
  return value.replace(/\$\{env:(\w+)\}/g, (_, variable: string) => {
    const found = environment[variable];
    if (found === undefined)
      throw new UsageError(`${where} names the environment variable ${variable}, which is not set`);
    return found;
  });
}
