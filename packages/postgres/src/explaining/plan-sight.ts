import { sha256 } from "@drawbridge/core";
import { nodeTitle } from "./node-title.ts";
import type { ExplainedPlan, PlanNode } from "./plan-node.ts";

/** What is remembered of a plan: nothing of the statement's values. */
export interface PlanSight {
  /** What its nodes do, from the top; of a very large plan the first. */
  readonly nodes: readonly string[];
  readonly indexes: readonly string[];
  readonly cost: number;
  /** That are expected. */
  readonly rows: number;
  /** Of the last run, be it with an earlier plan. */
  readonly milliseconds: number | undefined;
  /** Of the statement with its values. */
  readonly digest: string;
  /** By `performance.now()`. */
  readonly at: number;
}

const mostNodes = 200;

/** Looks at a plan for what is compared with the next one of the same statement. */
export function planSight(plan: ExplainedPlan, asked: { readonly sql: string; readonly params: unknown }): PlanSight {
  const nodes = [...nodesOf(plan.Plan)].slice(0, mostNodes);
  return {
    nodes: nodes.map(nodeTitle),
    indexes: [...new Set(nodes.flatMap((node) => node["Index Name"] ?? []))],
    cost: plan.Plan["Total Cost"],
    rows: plan.Plan["Plan Rows"],
    milliseconds: plan["Execution Time"],
    digest: sha256(JSON.stringify([asked.sql, asked.params])),
    at: performance.now(),
  };
}

function* nodesOf(node: PlanNode): Generator<PlanNode> {
  yield node;
  for (const child of node.Plans ?? []) yield* nodesOf(child);
}
