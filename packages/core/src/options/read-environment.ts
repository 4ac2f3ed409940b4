import { closeSync, openSync, readSync } from "node:fs";
import type { OptionDescription } from "./option-description.ts";
import { UsageError } from "./usage-error.ts";

/** Variables by name, as in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

const largestSecret = 64 * 1024;

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
    const text = readStart(file, largestSecret + 1);
    if (text.length <= largestSecret) return text.trimEnd();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "unreadable";
    // Without the name: it may be the secret itself, set in the wrong variable.
    throw new UsageError(`${variable} names a file that cannot be read (${code})`);
  }
  throw new UsageError(`${variable} names a file that holds more than ${largestSecret} bytes`);
}

/** Devices have no end. */
function readStart(file: string, most: number): string {
  const descriptor = openSync(file, "r");
  try {
    const bytes = Buffer.alloc(most);
    let filled = 0;
    for (let read = -1; read !== 0 && filled < most; filled += read)
      read = readSync(descriptor, bytes, filled, most - filled, null);
    return bytes.toString("utf8", 0, filled);
  } finally {
    closeSync(descriptor);
  }
}
