import type { EnvironmentValue } from "../entries/server-entry.ts";

/** How a host writes that a value is what one of its own variables holds. */
export interface References {
  write(variable: string): string;
  /** Of a whole value, with the variable as its first group. */
  readonly pattern: RegExp;
}

/** The value that a text of a configuration stands for. */
export function readValue(text: string, references: References | undefined): EnvironmentValue {
  const variable = references?.pattern.exec(text)?.[1];
  return variable === undefined ? { text } : { variable };
}

/** The text that stands for a value. Throws where the host has no way to write it: it is not to be handed one. */
export function writeValue(value: EnvironmentValue, references: References | undefined): string {
  if ("text" in value) return value.text;
  if (references === undefined) throw new Error("This host's configuration cannot refer to variables");
  return references.write(value.variable);
}
