import { fileURLToPath } from "node:url";
import type { Connector } from "@drawbridge/core";
import { figma } from "@drawbridge/figma";
import { filesystem } from "@drawbridge/filesystem";
import { github } from "@drawbridge/github";
import { postgres } from "@drawbridge/postgres";

/** A connector, and the README that tells of it. */
export interface Documented {
  readonly connector: Pick<Connector<never>, "name" | "tools" | "options" | "examples">;
  readonly readme: string;
}

/** Every connector whose README has parts that are written from what it declares. */
export const documented: readonly Documented[] = [filesystem, postgres, github, figma].map((connector) => ({
  connector: connector as unknown as Documented["connector"],
  readme: fileURLToPath(new URL(`../../../packages/${connector.name}/README.md`, import.meta.url)),
}));
