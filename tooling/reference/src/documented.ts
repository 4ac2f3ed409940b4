import { fileURLToPath } from "node:url";
import type { Connector } from "@drawbridge/core";
import { filesystem } from "@drawbridge/filesystem";
import { github } from "@drawbridge/github";
import { postgres } from "@drawbridge/postgres";

/** A connector, and the README that tells of its tools. */
export interface Documented {
  readonly connector: Pick<Connector<never>, "name" | "tools">;
  readonly readme: string;
}

/** Every connector whose README has a table of its tools. */
export const documented: readonly Documented[] = [filesystem, postgres, github].map((connector) => ({
  connector: connector as unknown as Documented["connector"],
  readme: fileURLToPath(new URL(`../../../packages/${connector.name}/README.md`, import.meta.url)),
}));
