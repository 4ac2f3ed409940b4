import { readFileSync } from "node:fs";
import { join } from "node:path";
import { workspaceRoot } from "../published/workspace-root.ts";

/** What the image definition says of the container that it makes: its last stage. */
export interface Containerfile {
  readonly environment: Readonly<Record<string, string>>;
  readonly user: string | undefined;
  /** The commands, each as a list: without a shell. */
  readonly entryPoint: readonly string[];
  readonly command: readonly string[];
  readonly healthCheck: readonly string[];
  /** Everything that is run while it is made. */
  readonly runs: readonly string[];
}

/** Reads `docs/operating/Containerfile`. Throws for what it does not know, so that nothing is overlooked. */
export function readContainerfile(): Containerfile {
  const text = readFileSync(join(workspaceRoot, "docs", "operating", "Containerfile"), "utf8");
  const instructions = text
    .replace(/^\s*#.*\n/gm, "")
    .replace(/\\\n/g, " ")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const last = instructions.slice(instructions.findLastIndex((line) => line.startsWith("FROM ")));
  const all = (name: string, of = last) =>
    of.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));
  return {
    environment: Object.fromEntries(all("ENV").map((pair) => pair.split(/=(.*)/s).slice(0, 2) as [string, string])),
    user: all("USER")[0],
    entryPoint: listIn(all("ENTRYPOINT")),
    command: listIn(all("CMD")),
    healthCheck: listIn(all("HEALTHCHECK")),
    runs: all("RUN", instructions),
  };
}

function listIn([instruction = ""]: readonly string[]): readonly string[] {
  const list = /(\[.*\])$/.exec(instruction)?.[1];
  if (list === undefined) throw new Error(`${instruction} is no list, and would need a shell`);
  return JSON.parse(list) as readonly string[];
}
