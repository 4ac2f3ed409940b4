import type { PlanNode } from "../explaining/plan-node.ts";
import { conditionKeys } from "./condition-keys.ts";
import type { ScanFacts } from "./scan-facts.ts";

/** What a plan, made with VERBOSE, asks of each relation that it reads. */
export async function readScans(plan: PlanNode): Promise<ScanFacts[]> {
  const scans = new Map<string, ScanFacts>();
  const nodes = [...nodesOf(plan)];
  for (const node of nodes) {
    const { Alias: alias, Schema: schema, "Relation Name": table } = node;
    // A node that changes rows names the relation too, and does not read it.
    if (!node["Node Type"].endsWith("Scan") || scans.has(alias ?? "")) continue;
    if (alias === undefined || schema === undefined || table === undefined) continue;
    scans.set(alias, {
      ...{ schema, table, alias, rows: node["Plan Rows"], isSequential: node["Node Type"] === "Seq Scan" },
      ...{ equal: [], range: [], joined: [], sorted: [], contained: [] },
    });
  }
  for (const condition of nodes.flatMap(conditionsOf)) {
    for (const { alias, key, kind } of await conditionKeys(condition)) add(scans.get(alias)?.[kind], key);
  }
  for (const node of nodes) await addSorts(node, scans);
  return [...scans.values()];
}

function* nodesOf(node: PlanNode): Generator<PlanNode> {
  yield node;
  for (const child of node.Plans ?? []) yield* nodesOf(child);
}

function conditionsOf(node: PlanNode): string[] {
  const { Filter, "Index Cond": index, "Recheck Cond": recheck, "Hash Cond": hash, "Merge Cond": merge } = node;
  return [Filter, index, recheck, hash, merge, node["Join Filter"]].filter((one) => one !== undefined);
}

async function addSorts(node: PlanNode, scans: ReadonlyMap<string, ScanFacts>): Promise<void> {
  const keys = node["Sort Key"];
  if (keys === undefined) return;
  const bare = keys.map((key) => key.replace(/ (?:DESC|NULLS (?:FIRST|LAST))\b/g, ""));
  // As conditions, their columns are told in the same way.
  const told = await Promise.all(bare.map((key) => conditionKeys(`(${key}) IS NULL`)));
  const [first] = told.flat();
  if (first === undefined || told.some((one) => one.length !== 1 || one[0]?.alias !== first.alias)) return;
  const descending = keys.filter((key) => key.includes(" DESC")).length;
  // An index is read from either end: directions count where they differ.
  const isMixed = descending > 0 && descending < keys.length;
  for (const [index, [one]] of told.entries()) {
    const direction = isMixed && keys[index]?.includes(" DESC") ? " DESC" : "";
    if (one !== undefined) add(scans.get(first.alias)?.sorted, one.key + direction);
  }
}

function add(keys: string[] | undefined, key: string): void {
  if (keys !== undefined && !keys.includes(key)) keys.push(key);
}
