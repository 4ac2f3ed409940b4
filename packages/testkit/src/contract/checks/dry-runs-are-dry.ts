import { answerFaults } from "../answers/answer-faults.ts";
import type { Check } from "./check.ts";

/** Core asks nobody before a dry run, and takes the tool's word that it is one. */
export const dryRunsAreDry: Check = {
  name: "tells in a dry run what a call would do, asks nobody, and changes nothing",
  appliesTo: ({ connector }) => connector.tools.some(({ dryRun }) => dryRun !== undefined),
  async find(trial) {
    let asked = 0;
    const person = async () => {
      asked += 1;
      return { action: "decline" as const };
    };
    await using host = await trial.serve({ confirm: "write" }, { person });
    const faults: string[] = [];
    for (const { tool, input, shown } of trial.examples.filter(({ tool }) => tool.dryRun !== undefined)) {
      asked = 0;
      const call = () => host.callTool(tool.name, { ...input, dry_run: true });
      const { outcome, changed } = await trial.watch(call);
      faults.push(...answerFaults(tool, outcome).map((fault) => `${shown}, as a dry run, ${fault}`));
      if (asked > 0) faults.push(`${shown}, as a dry run, asked a person`);
      if (changed) faults.push(`${shown}, as a dry run, changed the system`);
    }
    return faults;
  },
};
