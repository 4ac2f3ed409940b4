import { definitionsOf } from "@drawbridge/core";
import { type Host, inProcess, openHost } from "@drawbridge/testkit";
import { filesystem } from "../../src/connector.ts";

const built = definitionsOf(filesystem);

/** A host connected to the connector in this process; closed by `await using`. */
export async function openHere(argv: readonly string[]): Promise<Host & AsyncDisposable> {
  const host = await openHost("2025-11-25, SDK 2", inProcess(filesystem, { argv }, built));
  return Object.assign(host, { [Symbol.asyncDispose]: () => host.close() });
}
