import type { OptionDescription } from "./option-description.ts";
import type { Environment } from "./read-environment.ts";

/** The variables that are named like ours and set, and that none of the options reads. */
export function unreadVariables(environment: Environment, options: readonly OptionDescription[]): readonly string[] {
  const read = new Set(
    options.flatMap(({ environment: names, secret, holdsSecrets }) =>
      names.flatMap((name) => [
        name,
        ...(secret ? [`${name}_FILE`] : []),
        ...(holdsSecrets ? [`${name}_KEYRING`] : []),
      ]),
    ),
  );
  // Windows finds a variable whatever the case of its letters.
  const isRead = (name: string) => read.has(process.platform === "win32" ? name.toUpperCase() : name);
  return Object.keys(environment).filter((name) => /^DRAWBRIDGE_/i.test(name) && environment[name] && !isRead(name));
}
