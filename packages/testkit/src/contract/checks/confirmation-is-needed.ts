import { changesAnything } from "../trial/changes-anything.ts";
import type { Check } from "./check.ts";

/** A host without a way to ask must be no way around the person. */
export const confirmationIsNeeded: Check = {
  name: "does nothing that a person should allow where the host cannot ask",
  appliesTo: changesAnything,
  async find(trial) {
    await using host = await trial.serve({ confirm: "write" });
    const faults: string[] = [];
    for (const { tool, input, shown } of trial.changes) {
      const { outcome, changed } = await trial.watch(() => host.callTool(tool.name, input));
      if (outcome.meta.code !== "needs_confirmation") faults.push(`${shown} ended as ${outcome.meta.code ?? "well"}`);
      if (changed) faults.push(`${shown} changed the system, though nobody could be asked`);
    }
    return faults;
  },
};
