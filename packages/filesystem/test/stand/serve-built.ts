import { type Host, openHost, type StartOptions, stdio } from "@drawbridge/testkit";
import { afterAll } from "vitest";
import { builtCli } from "./built-cli.ts";

/** A host connected to the built server as a child process, closed after the tests of this file. */
export async function serveBuilt(
  argv: readonly string[],
  environment: StartOptions["environment"] = {},
): Promise<Host> {
  const host = await openHost("2025-11-25, SDK 2", stdio(builtCli, { argv, environment }));
  afterAll(() => host.close());
  return host;
}
