import type { Database } from "../database/database.ts";
import { assertMayRun } from "../executing/assert-may-run.ts";
import { type ParsedStatement, parseStatement } from "../policy/parse-statement.ts";
import { Refusal } from "../policy/refusal.ts";
import { changesRows } from "./changes-rows.ts";

const explainable: ReadonlySet<string> = new Set([
  "SelectStmt",
  "InsertStmt",
  "UpdateStmt",
  "DeleteStmt",
  "MergeStmt",
  "CreateTableAsStmt",
]);

/** A statement that has a plan. One that only reads must be one that may be run; a change is only planned, which changes nothing. */
export async function admitExplainable(sql: string, database: Database, signal: AbortSignal): Promise<ParsedStatement> {
  const statement = await parseStatement(sql);
  if (statement.kind === "ExplainStmt") {
    throw new Refusal(
      "pg_explain takes the bare statement: leave EXPLAIN and its options out, and say analyze: true for ANALYZE",
    );
  }
  assertMayRun(statement);
  if (!explainable.has(statement.kind)) throw new Refusal("PostgreSQL has no plan for such a statement");
  return changesRows(statement) ? database.policy.admitPlanned(statement, signal) : database.policy.admit(sql, signal);
}
