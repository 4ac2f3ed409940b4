import { UsageError } from "@drawbridge/core";
import type { Host } from "../../hosts/host.ts";
import { openHost } from "../../hosts/open-host.ts";
import { inProcess } from "../../places/in-process.ts";
import type { Trial } from "../trial/trial.ts";
import { withFlags } from "../trial/with-flags.ts";
import type { Check } from "./check.ts";

const helpful = ["unavailable", "unauthorized", "timeout"];

/** A system that is down is no fault inside the server: whoever calls can wait, or see to it. */
export const unreachableIsTold: Check = {
  name: "says of a system that cannot be used that it cannot, at the start or in each call",
  appliesTo: ({ unreachable }) => unreachable !== undefined,
  async find(trial) {
    const host = await hostOf(trial);
    if (host === undefined) return [];
    try {
      return await faultsOf(host, trial);
    } finally {
      await host.close();
    }
  },
};

/** Undefined where the person is told at the start. */
async function hostOf({ connector, contract: { unreachable = { argv: [] } } }: Trial): Promise<Host | undefined> {
  const start = withFlags(unreachable, { timeout: "5s", confirm: "never" });
  try {
    return await openHost("2025-11-25, SDK 2", inProcess(connector, start));
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

async function faultsOf(host: Host, { connector, examples }: Trial): Promise<readonly string[]> {
  const calls = connector.tools.flatMap(({ name }) => examples.find(({ tool }) => tool.name === name) ?? []);
  const faults = calls.map(async ({ tool, input, shown }) => {
    const { isError, meta, text } = await host.callTool(tool.name, input);
    return isError && !helpful.includes(`${meta.code}`) ? [`${shown} ended as ${text}`] : [];
  });
  return (await Promise.all(faults)).flat();
}
