import type { Database } from "../database/database.ts";
import type { ServedSchemas } from "../schemas/served-schemas.ts";
import { textOf } from "../schemas/text-of.ts";
import type { ExplainedPlan, PlanNode } from "./plan-node.ts";

/** What VERBOSE adds, which is asked for to learn the schema of each relation. */
const verbose: ReadonlySet<string> = new Set(["Output", "Query Identifier"]);

/** Words of PostgreSQL's own. */
const plain: ReadonlySet<string> = new Set([
  ...["Node Type", "Join Type", "Strategy", "Parent Relationship", "Partial Mode", "Operation", "Scan Direction"],
  ...["Sort Method", "Sort Space Type", "Command"],
]);

const ofServed: ReadonlySet<string> = new Set(["Schema", "Relation Name", "Alias", "Index Name"]);

/**
 * A plan, made with VERBOSE, as it may be shown where only some schemas are served. One that comes to a relation of another, as by a
 * view, tells what is done and what it costs, and of names those of relations that are served: conditions may name the others.
 */
export async function planWithin(
  plan: ExplainedPlan,
  { schemas }: Database,
  signal: AbortSignal,
): Promise<ExplainedPlan> {
  if (schemas === undefined) return plan;
  const nodes = [...nodesOf(plan.Plan)];
  const isOther = nodes.some((node) => !isServed(node, schemas)) || (await schemas.namesOthers(textOf(plan), signal));
  const { Triggers: triggers, ...told } = plan;
  if (isOther) return { ...told, Plan: reduced(plan.Plan, schemas) };
  return { ...plan, Plan: without(plan.Plan, (key) => verbose.has(key)) };
}

function* nodesOf(node: PlanNode): Generator<PlanNode> {
  yield node;
  for (const child of node.Plans ?? []) yield* nodesOf(child);
}

function isServed({ Schema: schema }: PlanNode, { names }: ServedSchemas): boolean {
  return schema === undefined || names.has(schema) || /^(pg_|information_schema$)/.test(schema);
}

function reduced(node: PlanNode, schemas: ServedSchemas): PlanNode {
  const isNamed = node.Schema !== undefined && isServed(node, schemas);
  const kept = without(node, (key, value) => {
    return typeof value !== "number" && !plain.has(key) && !(isNamed && ofServed.has(key)) && key !== "Plans";
  });
  return node.Plans === undefined ? kept : { ...kept, Plans: node.Plans.map((child) => reduced(child, schemas)) };
}

function without(node: PlanNode, isLeftOut: (key: string, value: unknown) => boolean): PlanNode {
  const kept = Object.entries(node).filter(([key, value]) => !isLeftOut(key, value));
  const told = Object.fromEntries(kept) as unknown as PlanNode;
  return node.Plans === undefined ? told : { ...told, Plans: node.Plans.map((child) => without(child, isLeftOut)) };
}
