import { answerFaults } from "../answers/answer-faults.ts";
import type { Check } from "./check.ts";

/** A structure that drifts from what is declared breaks those who rely on it; text without marks passes for ours. */
export const answersAreDeclared: Check = {
  name: "answers what its output declares and nothing else, marked as coming from outside",
  async find(trial) {
    await using host = await trial.serve({ confirm: "never" });
    const faults: string[] = [];
    for (const example of trial.examples) {
      const answer = await trial.call(host, example);
      faults.push(...answerFaults(example.tool, answer).map((fault) => `${example.shown} ${fault}`));
    }
    return faults;
  },
};
