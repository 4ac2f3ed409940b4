import { servedConnector } from "../../define/served-connector.ts";
import type { Tool } from "../../define/tool.ts";
import { accessAdmits } from "../../effects/access-admits.ts";
import type { Effect } from "../../effects/effect.ts";
import { nearest } from "../../options/nearest.ts";
import { toolFilter } from "../../serving/tool-filter.ts";
import type { Finding } from "../finding.ts";
import { grantedAccess } from "../granted-access.ts";
import type { Subject } from "../subject.ts";

const accessFor: Readonly<Record<Effect, string>> = { read: "read", write: "write", destroy: "full" };

/** Which tools a host would see, and whether `--tools` says what it seems to. */
export async function* tools(subject: Subject): AsyncGenerator<Finding> {
  const { connector, options } = subject;
  const { own } = options;
  const { tools: all } = own === undefined ? connector : await servedConnector(connector, own);
  const withheld = (own === undefined ? undefined : connector.withheld?.(own)) ?? new Map<string, string>();
  const declared = all.filter(({ name }) => !withheld.has(name));
  const globs = options.standard.tools;
  const names = declared.map(({ name }) => name);
  const unmatched = (globs ?? []).filter((glob) => !matchesAny(glob, names));
  for (const glob of unmatched) yield missed(glob, names);
  if (unmatched.length > 0 || declared.length === 0) return;
  const admits = toolFilter(globs, names);
  const left = declared.filter(({ name }) => admits(name));
  const granted = grantedAccess(subject);
  const served = left.filter((tool) => accessAdmits(granted, lowest(tool)));
  if (left.length === 0) yield noneLeft(names);
  else if (served.length === 0) yield noneGranted(left, granted);
  else yield listed(served, left, all.length);
}

function matchesAny(glob: string, names: readonly string[]): boolean {
  try {
    toolFilter([glob], names);
    return true;
  } catch {
    return false;
  }
}

function missed(glob: string, names: readonly string[]): Finding {
  const meant = nearest(glob.replace(/^!/, ""), names);
  const title = `--tools: ${JSON.stringify(glob)} matches no tool`;
  if (meant === undefined) return { level: "problem", title, remedy: `--tools with one of ${names.join(", ")}` };
  return { level: "problem", title, remedy: `Write ${glob.startsWith("!") ? "!" : ""}${meant} instead` };
}

function noneLeft([first]: readonly string[]): Finding {
  return {
    level: "problem",
    title: "No tool is served: --tools takes all of them away",
    remedy: `Leave out --tools, or let some in: --tools ${first}`,
  };
}

function noneGranted(left: readonly Tool<unknown>[], granted: string): Finding {
  const needed = left.some((tool) => lowest(tool) === "write") ? "write" : "destroy";
  return {
    level: "problem",
    title: `No tool is served: access ${granted} admits none of ${left.map(({ name }) => name).join(", ")}`,
    remedy: `--access ${accessFor[needed]}, or other tools`,
  };
}

function listed(served: readonly Tool<unknown>[], left: readonly Tool<unknown>[], declared: number): Finding {
  const withheld = left.filter((tool) => !served.includes(tool));
  const title = `${served.length} of ${declared} tools are served: ${served.map(({ name }) => name).join(", ")}`;
  if (withheld.length === 0) return { level: "ok", title };
  const needs = withheld.map((tool) => `${tool.name} (--access ${accessFor[lowest(tool)]})`);
  return { level: "ok", title, detail: `Withheld for the access they need: ${needs.join(", ")}` };
}

function lowest({ effect }: Tool<unknown>): Effect {
  return typeof effect === "string" ? effect : effect.lowest;
}
