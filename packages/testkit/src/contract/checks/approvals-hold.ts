import { changesAnything } from "../trial/changes-anything.ts";
import type { Check } from "./check.ts";

/** An approval is good for the state that was shown: one whose digest differs each time it is asked is good for none. */
export const approvalsHold: Check = {
  name: "goes through with each change that a person allowed",
  appliesTo: changesAnything,
  async find(trial) {
    const person = async () => ({ action: "accept" as const, content: { allow: true } });
    await using host = await trial.serve({ confirm: "write" }, { person });
    const faults: string[] = [];
    for (const example of trial.changes) {
      const { isError, text } = await trial.call(host, example);
      if (isError) faults.push(`${example.shown}: a person allowed it, and it ended as ${text}`);
    }
    return faults;
  },
};
