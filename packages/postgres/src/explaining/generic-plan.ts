import { randomBytes } from "node:crypto";
import type { Database } from "../database/database.ts";
import { type HypotheticalIndex, hypotheticalSteps } from "./hypothetical-steps.ts";
import type { ExplainedPlan } from "./plan-node.ts";
import { readPlan } from "./read-plan.ts";

const mostPlanBytes = 8 * 1024 * 1024;

/**
 * The plan of a statement whose parameters have no values: the one that PostgreSQL would take for any of them. It is had by a
 * prepared statement, since values that are bound, NULL too, are planned with.
 */
export async function genericPlan(
  database: Database,
  {
    sql,
    parameters,
    hypothetical,
    signal,
  }: {
    readonly sql: string;
    readonly parameters: number;
    readonly hypothetical: readonly HypotheticalIndex[];
    readonly signal: AbortSignal;
  },
): Promise<ExplainedPlan> {
  const before = hypothetical.length === 0 ? [] : await hypotheticalSteps(database, hypothetical, signal);
  // Its name is not to be met again should the connection keep it.
  const name = `drawbridge_${randomBytes(6).toString("hex")}`;
  return database.transact("READ ONLY", signal, async (transaction) => {
    await transaction.ask({ text: `PREPARE ${name} AS ${sql}` }, undefined, [
      { text: "SET LOCAL plan_cache_mode = force_generic_plan" },
      ...before,
    ]);
    const nulls = Array(parameters).fill("NULL").join(", ");
    const explain = `EXPLAIN (FORMAT JSON) EXECUTE ${name}(${nulls})`;
    const { rows } = await transaction.ask({ text: explain }, { rows: 1, bytes: mostPlanBytes });
    await transaction.ask({ text: `DEALLOCATE ${name}` });
    return { outcome: readPlan(rows), isKept: false };
  });
}
