import type { OptionDescription } from "@drawbridge/core";

/** Whether a value has to be treated as a secret, or as what may hold one. */
export function mayBeSecret(option: OptionDescription): boolean {
  return option.secret || option.secretsWithin(sample).length > 0;
}

/** An address with a password in it. */
const sample = "postgres://user:password@host/database";
