import { toolsetNames } from "./toolset-names.ts";

const byDefault: ReadonlySet<string> = new Set(toolsetNames.byDefault);

/** Whether `--toolsets` switches a toolset on, by its name, with `default`, or with `all`. */
export function isAsked(asked: readonly string[], toolset: string): boolean {
  return asked.includes(toolset) || asked.includes("all") || (asked.includes("default") && byDefault.has(toolset));
}
