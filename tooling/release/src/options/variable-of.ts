import type { DescribedOption } from "@drawbridge/core";

/** The variable by which an option is given: the ecosystem's own, which people know, where there is one. */
export function variableOf({ environment }: DescribedOption): string | undefined {
  return environment[1] ?? environment[0];
}
