import { budgetFault } from "../answers/budget-fault.ts";
import { budgets } from "../trial/budgets.ts";
import type { Check } from "./check.ts";

/** Short of room, a read may be refused, in words that help; what was changed has to be told. */
export const budgetIsKept: Check = {
  name: "keeps to the smallest budget, or says what would",
  async find(trial) {
    await using host = await trial.serve({ "max-result-bytes": budgets.smallest, confirm: "never" });
    const faults: string[] = [];
    for (const example of trial.examples) {
      const answer = await trial.call(host, example);
      const fault = answer.isError ? undefined : budgetFault(answer, Number(budgets.smallest));
      if (fault !== undefined) faults.push(`${example.shown} ${fault}`);
      const mayFail = answer.meta.code === "refused" && trial.reads.includes(example);
      if (answer.isError && !mayFail)
        faults.push(`${example.shown} has no room to answer, and ended as ${answer.text}`);
    }
    return faults;
  },
};
