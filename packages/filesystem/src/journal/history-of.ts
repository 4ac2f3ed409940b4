import { type Page, sha256 } from "@drawbridge/core";
import type { Files } from "../files.ts";
import type { Entry } from "./journal.ts";
import { firstPaths } from "./records/first-paths.ts";
import { isFinished } from "./records/is-finished.ts";
import { shownPlaces } from "./records/shown-places.ts";

/** One transaction as it is answered. */
export interface PastTransaction {
  readonly transaction: string;
  readonly time: string;
  readonly tool: string;
  readonly paths: string[];
  readonly more_paths?: number;
  readonly state: "done" | "undone" | "unfinished";
}

/** Transactions of a principal under the roots that are served now, the newest first. */
export async function historyOf(
  files: Files,
  principal: string,
  limit: number,
  page: Page,
): Promise<{ readonly transactions: PastTransaction[]; readonly truncated?: boolean }> {
  const journal = await files.journal();
  const caller = sha256(principal);
  const transactions: PastTransaction[] = [];
  for (const entry of journal.entries()) {
    const record = journal.read(entry);
    const paths =
      record === undefined || record.principal !== caller ? undefined : shownPlaces(files, record.operations);
    if (record === undefined || paths === undefined) continue;
    const past = {
      transaction: entry.id,
      time: record.time,
      tool: record.tool,
      ...firstPaths(paths),
      state: stateOf(entry),
    };
    if (transactions.length === limit || !page.take(past)) return { transactions, truncated: true };
    transactions.push(past);
  }
  return { transactions };
}

function stateOf({ state }: Entry): PastTransaction["state"] {
  return isFinished(state) ? state : "unfinished";
}
