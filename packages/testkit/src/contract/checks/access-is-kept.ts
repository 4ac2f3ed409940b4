import { type Access, accessAdmits } from "@drawbridge/core";
import type { Trial } from "../trial/trial.ts";
import type { Check } from "./check.ts";

/** What the person did not grant is not there, whatever a tool takes for granted. */
export const accessIsKept: Check = {
  name: "lists and does nothing beyond the access that was granted",
  async find(trial) {
    return [...(await faultsUnder(trial, "read")), ...(await faultsUnder(trial, "write"))];
  },
};

async function faultsUnder(trial: Trial, access: Access): Promise<readonly string[]> {
  await using host = await trial.serve({ access, confirm: "never" });
  const faults: string[] = [];
  const listed = new Set((await host.listTools()).map(({ name }) => name));
  for (const { name, effect } of trial.connector.tools) {
    const isGranted = accessAdmits(access, typeof effect === "string" ? effect : effect.lowest);
    if (listed.has(name) !== isGranted)
      faults.push(`${name} is ${isGranted ? "not " : ""}listed under access ${access}`);
  }
  for (const { tool, input, effect, shown } of trial.examples.filter((each) => !accessAdmits(access, each.effect))) {
    const { outcome, changed } = await trial.watch(() => host.callTool(tool.name, input));
    if (outcome.meta.code !== "refused") faults.push(`${shown}: ${effect} under access ${access} is not refused`);
    if (changed) faults.push(`${shown} changed the system under access ${access}`);
  }
  return faults;
}
