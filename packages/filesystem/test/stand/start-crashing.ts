import { fileURLToPath } from "node:url";
import { RawServer } from "@drawbridge/testkit";
import { builtCli } from "./built-cli.ts";

const preload = new URL("./crash-at-call.mjs", import.meta.url);

/** When a server is killed: at which of its changes in a folder, before it or after. */
export interface Crash {
  readonly under: string;
  readonly at: number;
  readonly after?: boolean;
}

/** The built server, which is killed while it changes something. */
export function startCrashing(argv: readonly string[], { under, at, after = false }: Crash): RawServer {
  return new RawServer(builtCli, {
    argv,
    environment: {
      NODE_OPTIONS: `--import ${fileURLToPath(preload)}`,
      CRASH_UNDER: under,
      CRASH_AT: `${at}`,
      ...(after ? { CRASH_AFTER: "1" } : {}),
    },
  });
}
