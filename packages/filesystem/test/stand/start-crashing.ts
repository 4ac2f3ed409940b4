import { fileURLToPath } from "node:url";
import { RawServer } from "@drawbridge/testkit";
import { builtCli } from "./built-cli.ts";

const preload = fileURLToPath(new URL("./crash-at-call.mjs", import.meta.url));

/** When a server is killed: before which of its changes in a folder. */
export interface Crash {
  readonly under: string;
  readonly at: number;
}

/** The built server, which is killed while it changes something. */
export function startCrashing(argv: readonly string[], { under, at }: Crash): RawServer {
  const environment = { NODE_OPTIONS: `--import ${preload}`, CRASH_UNDER: under, CRASH_AT: `${at}` };
  return new RawServer(builtCli, { argv, environment });
}
