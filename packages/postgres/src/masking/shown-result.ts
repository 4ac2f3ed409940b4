import type { Cancellation } from "@drawbridge/core";
import type { BatchResult } from "../database/batch.ts";
import type { Database } from "../database/database.ts";
import type { ParsedStatement } from "../policy/parse-statement.ts";
import type { MaskedResult } from "./mask-result.ts";

/** What a statement gave, as it may be shown: as it is where the database masks nothing. */
export async function shownResult(
  result: BatchResult,
  { traced }: ParsedStatement,
  database: Database,
  signal: Cancellation,
): Promise<MaskedResult> {
  return database.masks === undefined ? { ...result, masked: [] } : database.masks.shown(result, traced, signal);
}
