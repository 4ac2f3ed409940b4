import type { OptionDescription } from "./option-description.ts";
import type { Environment } from "./read-environment.ts";

/** What stands in variables of secrets, be it that another of them wins, or that the options cannot be read at all. */
export function environmentSecrets(options: readonly OptionDescription[], environment: Environment): string[] {
  return options.flatMap(({ environment: variables, secretsWithin }) =>
    variables.flatMap((variable) => {
      const value = environment[variable];
      return value === undefined ? [] : secretsWithin(value);
    }),
  );
}
