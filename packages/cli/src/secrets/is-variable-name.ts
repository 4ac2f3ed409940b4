import { Redactor } from "@drawbridge/core";

/**
 * Whether a text can be taken for the name of a variable. Many tokens are made of the same characters: what looks like one is
 * none, nor what nobody would call a variable and is not set.
 */
export function isVariableName(
  text: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): boolean {
  if (!/^[A-Za-z_]\w{0,99}$/.test(text) || new Redactor([]).text(text) !== text) return false;
  return environment[text] !== undefined || /^[A-Z_][A-Z0-9_]*$/.test(text);
}
