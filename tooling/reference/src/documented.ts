import { fileURLToPath } from "node:url";
import type { Connector } from "@drawbridge/core";
import { filesystem } from "@drawbridge/filesystem";

/** A connector, and the README that tells of its tools. */
export interface Documented {
  readonly connector: Pick<Connector<never>, "name" | "tools">;
  readonly readme: string;
}

/** Every connector whose README has a table of its tools. */
export const documented: readonly Documented[] = [
  {
    connector: filesystem as unknown as Documented["connector"],
    readme: fileURLToPath(new URL("../../../packages/filesystem/README.md", import.meta.url)),
  },
];
