import type { Database } from "../database/database.ts";
import type { ServedSchemas } from "../schemas/served-schemas.ts";
import { textOf } from "../schemas/text-of.ts";
import type { ExplainedPlan, PlanNode } from "./plan-node.ts";

/** What VERBOSE adds, which is asked for to learn the schema of each relation. */
const verbose: ReadonlySet<string> = new Set(["Output", "Workers"]);

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
  if (!isOther) return { ...plan, Plan: filtered(plan.Plan, (_, key) => !verbose.has(key)) };
  const isKept = (node: PlanNode, key: string, value: unknown) => {
    const isNamed = ofServed.has(key) && node.Schema !== undefined && isServed(node, schemas);
    return typeof value === "number" || plain.has(key) || isNamed;
  };
  const times = Object.fromEntries(Object.entries(plan).filter(([, value]) => typeof value === "number"));
  return { ...times, Plan: filtered(plan.Plan, isKept) };
}

function* nodesOf(node: PlanNode): Generator<PlanNode> {
  yield node;
  for (const child of node.Plans ?? []) yield* nodesOf(child);
}

function isServed({ Schema: schema }: PlanNode, { names }: ServedSchemas): boolean {
  return schema === undefined || names.has(schema) || /^(pg_|information_schema$)/.test(schema);
}

/** A node, and those below, with some of what is said of it. */
function filtered(node: PlanNode, isKept: (node: PlanNode, key: string, value: unknown) => boolean): PlanNode {
  const { Plans: below, ...own } = node;
  const kept = Object.fromEntries(Object.entries(own).filter(([key, value]) => isKept(node, key, value)));
  const plans = below === undefined ? {} : { Plans: below.map((child) => filtered(child, isKept)) };
  return { ...kept, ...plans } as unknown as PlanNode;
}
