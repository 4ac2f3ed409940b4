import { type Host, inProcess, openHost } from "@drawbridge/testkit";
import { afterAll } from "vitest";
import { filesystem } from "../../src/connector.ts";

/** A host connected to the connector in this process, through the whole pipeline; closed after the tests of this file. */
export async function serveHere(...argv: string[]): Promise<Host> {
  const host = await openHost("2025-11-25, SDK 2", inProcess(filesystem, { argv }));
  afterAll(() => host.close());
  return host;
}
