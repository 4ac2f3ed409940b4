import type { TransactionState } from "./transaction-state.ts";

/** Whether nothing is left to be done for a transaction. */
export function isFinished(state: TransactionState): state is "done" | "undone" {
  return state === "done" || state === "undone";
}
