import { ConnectorError, sha256 } from "@drawbridge/core";
import type { Journal } from "../journal.ts";
import type { TransactionRecord } from "./transaction-record.ts";

/**
 * A principal's own transaction that can be taken back, be it that this was begun already. Throws `not_found`, and `conflict`
 * for one that is taken back.
 */
export function transactionOf(
  journal: Journal,
  id: string,
  principal: string,
): TransactionRecord & { readonly state: "done" | "undoing" } {
  const entry = journal.entries().find((candidate) => candidate.id === id);
  const record = entry && journal.read(entry);
  if (entry === undefined || record === undefined || record.principal !== sha256(principal)) {
    throw new ConnectorError(
      "not_found",
      "There is no such transaction, or it was forgotten. fs_history lists those there are.",
    );
  }
  const { state } = entry;
  if (state === "done" || state === "undoing") return { ...record, state };
  const why = state === "undone" ? "was taken back already" : "is not finished";
  throw new ConnectorError("conflict", `The transaction ${why}. fs_history shows how far each is.`);
}
