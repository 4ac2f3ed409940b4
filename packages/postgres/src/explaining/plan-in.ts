import { randomBytes } from "node:crypto";
import type { Transaction } from "../database/transaction.ts";
import type { ExplainedPlan } from "./plan-node.ts";
import { readPlan } from "./read-plan.ts";

const bounds = { rows: 1, bytes: 8 * 1024 * 1024 };

/**
 * The plan of a statement within a transaction. Where it has parameters, it is the one that PostgreSQL would take for any
 * values: it is had by a prepared statement, since values that are bound, NULL too, are planned with.
 */
export async function planIn(
  transaction: Transaction,
  {
    sql,
    parameters,
    options,
  }: { readonly sql: string; readonly parameters: number; readonly options: readonly string[] },
): Promise<ExplainedPlan> {
  const explain = `EXPLAIN (${options.join(", ")})`;
  if (parameters === 0) return readPlan((await transaction.ask({ text: `${explain} ${sql}` }, bounds)).rows);
  // Its name is not to be met again should the connection keep it.
  const name = `drawbridge_${randomBytes(6).toString("hex")}`;
  await transaction.ask({ text: `PREPARE ${name} AS ${sql}` }, undefined, [
    { text: "SET LOCAL plan_cache_mode = force_generic_plan" },
  ]);
  const nulls = Array(parameters).fill("NULL").join(", ");
  const { rows } = await transaction.ask({ text: `${explain} EXECUTE ${name}(${nulls})` }, bounds);
  await transaction.ask({ text: `DEALLOCATE ${name}` });
  return readPlan(rows);
}
