import type { BatchResult } from "../database/batch.ts";
import type { Database } from "../database/database.ts";
import { parseStatement } from "../policy/parse-statement.ts";
import type { MaskedResult } from "./mask-result.ts";
import { shownResult } from "./shown-result.ts";

/** What a statement of our own, made of one that was admitted, gave, as it may be shown. */
export async function shownResultOf(
  sql: string,
  result: BatchResult,
  database: Database,
  signal: AbortSignal,
): Promise<MaskedResult> {
  if (database.masks === undefined) return { ...result, masked: [] };
  return shownResult(result, await database.policy.admitPlanned(await parseStatement(sql), signal), database, signal);
}
