import { isDeepStrictEqual } from "node:util";
import { highestEffectOf } from "../trial/highest-effect-of.ts";
import type { Check } from "./check.ts";

/** Hosts make a call again that seems lost, where a tool says that this does no harm. */
export const idempotenceHolds: Check = {
  name: "leaves the system as it is when a tool that says so is called a second time",
  appliesTo: ({ connector }) =>
    connector.tools.some((tool) => tool.idempotent === true && highestEffectOf(tool) !== "read"),
  async find(trial) {
    await using host = await trial.serve({ confirm: "never" });
    const faults: string[] = [];
    for (const example of trial.changes.filter(({ tool }) => tool.idempotent === true)) {
      await trial.call(host, example);
      const before = await trial.contract.state?.();
      await host.callTool(example.tool.name, example.input);
      if (!isDeepStrictEqual(await trial.contract.state?.(), before)) {
        faults.push(`${example.shown}, made again, changed the system again`);
      }
    }
    return faults;
  },
};
