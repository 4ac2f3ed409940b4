import type { ToolContext } from "@drawbridge/core";
import type { Database } from "../database/database.ts";
import type { ParsedStatement } from "../policy/parse-statement.ts";
import { assertMayRun } from "./assert-may-run.ts";
import { statementEffect } from "./statement-effect.ts";

/**
 * Returns a change, traced where columns are masked. Refuses one that no grant lets run, and one that calls what may do more than
 * the statement itself: a function that runs SQL given as text, or a volatile one where the caller may only write.
 */
export async function admitChange(
  statement: ParsedStatement,
  database: Database,
  { admits, signal }: Pick<ToolContext<unknown>, "admits" | "signal">,
): Promise<ParsedStatement> {
  assertMayRun(statement);
  const effect = admits("destroy") ? "destroy" : statementEffect(statement);
  return database.policy.admitChange(statement, effect, signal);
}
