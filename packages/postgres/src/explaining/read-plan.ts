import type { BatchResult } from "../database/batch.ts";
import type { ExplainedPlan } from "./plan-node.ts";

/** The plan in the answer of EXPLAIN (FORMAT JSON). */
export function readPlan(rows: BatchResult["rows"]): ExplainedPlan {
  const [plan] = JSON.parse(rows[0]?.[0] ?? "[]") as ExplainedPlan[];
  if (plan === undefined) throw new Error("EXPLAIN answered nothing");
  return plan;
}
