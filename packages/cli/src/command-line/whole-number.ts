import { UsageError } from "@drawbridge/core";

/** The whole number that a flag was given. Throws `UsageError` for anything else. */
export function wholeNumber(flag: string, text: string, least: number, most: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new UsageError(`${flag} does not take ${JSON.stringify(text)}: a whole number from ${least} to ${most}`);
}
