import { nodeTitle } from "./node-title.ts";
import type { ExplainedPlan, PlanNode } from "./plan-node.ts";

/** A plan as lines, one or two a node: what it does, what was thought of it, and how it was. */
export function planText(plan: ExplainedPlan): string {
  const times = [...time("Planning", plan["Planning Time"]), ...time("Execution", plan["Execution Time"])];
  return [...nodeLines(plan.Plan, 0), ...times].join("\n");
}

function time(what: string, milliseconds: number | undefined): string[] {
  return milliseconds === undefined ? [] : [`${what}: ${milliseconds} ms`];
}

function nodeLines(node: PlanNode, depth: number): string[] {
  const indent = "  ".repeat(depth);
  const name = node["Subplan Name"] === undefined ? "" : `${node["Subplan Name"]}: `;
  const details = detailsOf(node).map((line) => `${indent}    ${line}`);
  const children = (node.Plans ?? []).flatMap((child) => nodeLines(child, depth + 1));
  return [`${indent}${depth === 0 ? "" : "-> "}${name}${nodeTitle(node)}  (${figures(node)})`, ...details, ...children];
}

function figures(node: PlanNode): string {
  const thought = `cost ${node["Startup Cost"]}..${node["Total Cost"]}, ${node["Plan Rows"]} rows expected`;
  const { "Actual Rows": rows, "Actual Loops": loops = 1, "Actual Total Time": took } = node;
  if (rows === undefined) return thought;
  const was = loops === 0 ? "never run" : `${rows} rows${took === undefined ? "" : ` in ${took} ms`}`;
  return `${thought}; ${was}${loops > 1 ? ` × ${loops}` : ""}`;
}

function detailsOf(node: PlanNode): string[] {
  const removed = node["Rows Removed by Filter"];
  const sortSpace = node["Sort Space Used"] === undefined ? "" : `, ${node["Sort Space Used"]} kB`;
  const lines: (string | undefined)[] = [
    labelled("index condition", node["Index Cond"]),
    labelled("condition", node["Hash Cond"] ?? node["Merge Cond"]),
    labelled("join filter", node["Join Filter"]),
    labelled("filter", node.Filter, removed ? `, ${removed} rows removed` : ""),
    labelled("sort by", node["Sort Key"]?.join(", ")),
    labelled("group by", node["Group Key"]?.join(", ")),
    labelled("sorted by", node["Sort Method"], `${sortSpace} of ${node["Sort Space Type"] ?? "memory"}`.toLowerCase()),
    labelled("blocks read", node["Shared Read Blocks"] || undefined),
  ];
  return lines.filter((line) => line !== undefined);
}

function labelled(label: string, value: string | number | undefined, more = ""): string | undefined {
  return value === undefined ? undefined : `${label}: ${value}${more}`;
}
