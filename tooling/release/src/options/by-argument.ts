import type { DescribedOption } from "@drawbridge/core";

/**
 * Whether an option is given as an argument: those without a flag, unless the ecosystem has a variable for it. Such a one
 * may hold a password, as the address of a database does, and process lists show arguments.
 */
export function byArgument({ positional, environment }: DescribedOption): boolean {
  return positional && environment.length === 1;
}
