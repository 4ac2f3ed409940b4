import { readFileSync } from "node:fs";
import type { OptionDescription } from "./option-description.ts";
import { UsageError } from "./usage-error.ts";

/** Variables by name, as in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The option's text from the first of its variables that is set; a secret's also from the file that `…_FILE` names. */
export function readEnvironment(option: OptionDescription, environment: Environment): string | undefined {
  for (const variable of option.environment) {
    const value = environment[variable];
    const file = option.secret ? environment[`${variable}_FILE`] : undefined;
    const isFile = file !== undefined && file !== "";
    if (isFile && value !== undefined && value !== "") {
      throw new UsageError(`both ${variable} and ${variable}_FILE are set; choose one of them`);
    }
    if (isFile) return readSecretFile(`${variable}_FILE`, file);
    if (value !== undefined && (value !== "" || option.emptyCounts)) return value;
  }
  return undefined;
}

function readSecretFile(variable: string, file: string): string {
  try {
    return readFileSync(file, "utf8").trimEnd();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "unreadable";
    throw new UsageError(`${variable} names ${JSON.stringify(file)}, which cannot be read (${code})`);
  }
}
