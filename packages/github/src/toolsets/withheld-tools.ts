import { isAsked } from "./is-asked.ts";
import { toolsets } from "./toolsets.ts";

/** The tools of the toolsets that are not asked for, each with how to ask for it. */
export function withheldTools(asked: readonly string[]): ReadonlyMap<string, string> {
  const others = Object.entries(toolsets).filter(([toolset]) => !isAsked(asked, toolset));
  return new Map(
    others.flatMap(([toolset, tools]) =>
      tools.map(({ name }) => [name, `--toolsets ${[...asked, toolset].join(",")}`] as const),
    ),
  );
}
