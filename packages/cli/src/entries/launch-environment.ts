import type { EnvironmentValue } from "./server-entry.ts";

/** What a server is started with from here, and the variables that it should have and that are not set here. */
export interface LaunchEnvironment {
  readonly environment: Readonly<Record<string, string>>;
  readonly missing: readonly string[];
}

/** Resolves what an entry says of the environment, as its host would, with the variables of this process. */
export function launchEnvironment(env: Readonly<Record<string, EnvironmentValue>>): LaunchEnvironment {
  const environment: Record<string, string> = {};
  const missing: string[] = [];
  for (const [name, value] of Object.entries(env)) {
    const text = "text" in value ? value.text : process.env[value.variable];
    if (text !== undefined) environment[name] = text;
    else if ("variable" in value) missing.push(value.variable);
  }
  return { environment, missing };
}
