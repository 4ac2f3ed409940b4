import type { ExplainedPlan, PlanNode } from "./plan-node.ts";

/** Rows of a relation that are cheap to read through. */
const fewRows = 10_000;
/** By how much an estimate is off before it is worth a word, and of how many rows. */
const [offBy, offRows] = [10, 100];
/** Times that the inner side of a nested loop is run. */
const manyLoops = 1000;

/**
 * What is conspicuous about a plan, in plain words, each with what may help: sequential scans of large relations, estimates that are
 * far off, work that did not fit into memory, nested loops that run very often.
 */
export function findings(plan: ExplainedPlan): string[] {
  const told: string[] = [];
  visit(plan.Plan, undefined, told);
  return [...new Set(told)];
}

function visit(node: PlanNode, parent: PlanNode | undefined, told: string[]): void {
  for (const look of [sequentialScan, misestimate, spill, discarded]) {
    const finding = look(node);
    if (finding !== undefined) told.push(finding);
  }
  const loop = nestedLoop(node, parent);
  if (loop !== undefined) told.push(loop);
  for (const child of node.Plans ?? []) visit(child, node, told);
}

function sequentialScan(node: PlanNode): string | undefined {
  if (node["Node Type"] !== "Seq Scan" || node.Filter === undefined) return undefined;
  const { "Actual Rows": actual, "Rows Removed by Filter": removed = 0, "Actual Loops": loops = 1 } = node;
  const read = actual === undefined ? costRows(node) : (actual + removed) * Math.max(1, loops);
  const kept = actual ?? node["Plan Rows"];
  // Where most rows are wanted, nothing is quicker.
  if (read < fewRows || kept > read / 5) return undefined;
  return (
    `Sequential scan of ${node["Relation Name"]} reads about ${Math.round(read)} rows to keep ${Math.round(kept)}: ` +
    `an index on what its filter compares would help, ${node.Filter}.`
  );
}

/** Without a run the rows that are read are known from the cost alone: at least a hundredth of it a row (cpu_tuple_cost). */
function costRows(node: PlanNode): number {
  return node["Total Cost"] * 30;
}

function misestimate(node: PlanNode): string | undefined {
  const { "Actual Rows": actual, "Plan Rows": thought, "Actual Loops": loops } = node;
  if (actual === undefined || loops === 0 || Math.max(actual, thought) < offRows) return undefined;
  const factor = Math.max(actual, 1) / Math.max(thought, 1);
  if (factor < offBy && factor > 1 / offBy) return undefined;
  const where =
    node["Relation Name"] === undefined ? node["Node Type"] : `${node["Node Type"]} of ${node["Relation Name"]}`;
  const advice =
    node["Relation Name"] === undefined
      ? "what feeds it may depend on each other: CREATE STATISTICS on those columns helps"
      : `ANALYZE ${node["Relation Name"]}, or CREATE STATISTICS where its columns depend on each other`;
  return `${where} was expected to give ${thought} rows and gave ${actual}: ${advice}.`;
}

function spill(node: PlanNode): string | undefined {
  if (node["Sort Space Type"] === "Disk")
    return `A sort did not fit into memory and took ${node["Sort Space Used"]} kB on disk: raise work_mem, sort fewer rows, or have an index give the order (${node["Sort Key"]?.join(", ")}).`;
  if ((node["Hash Batches"] ?? 1) > 1)
    return `A hash did not fit into memory and was cut into ${node["Hash Batches"]} parts: raise work_mem, or join fewer rows and columns.`;
  if ((node["Disk Usage"] ?? 0) > 0)
    return `An aggregate did not fit into memory and took ${node["Disk Usage"]} kB on disk: raise work_mem.`;
  return undefined;
}

function discarded(node: PlanNode): string | undefined {
  const { "Rows Removed by Join Filter": removed = 0, "Actual Rows": actual = 0, "Actual Loops": loops = 1 } = node;
  if (removed * loops < fewRows || removed < actual * offBy) return undefined;
  return `A ${node["Node Type"].toLowerCase()} compares pairs and discards ${removed * loops} of them: its condition cannot be looked up (${node["Join Filter"]}).`;
}

function nestedLoop(node: PlanNode, parent: PlanNode | undefined): string | undefined {
  if (parent?.["Node Type"] !== "Nested Loop" || node["Parent Relationship"] !== "Inner") return undefined;
  const loops = node["Actual Loops"] ?? outerRows(parent);
  const isScan = node["Node Type"] === "Seq Scan" || node["Node Type"] === "Materialize";
  if (loops < manyLoops || (!isScan && loops < manyLoops * 100)) return undefined;
  const what =
    node["Relation Name"] === undefined ? node["Node Type"] : `${node["Node Type"]} of ${node["Relation Name"]}`;
  return `A nested loop runs its inner side, ${what}, ${Math.round(loops)} times: check the row estimates, or give it an index to look up by.`;
}

function outerRows(join: PlanNode): number {
  return join.Plans?.find((child) => child["Parent Relationship"] === "Outer")?.["Plan Rows"] ?? 0;
}
