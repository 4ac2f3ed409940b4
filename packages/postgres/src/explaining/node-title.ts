import type { PlanNode } from "./plan-node.ts";

/** What a node of a plan does, and to what: `Index Scan using orders_pkey on orders`. */
export function nodeTitle(node: PlanNode): string {
  const kind = [node.Strategy === "Hashed" ? "Hash" : "", node["Node Type"]].join("");
  const join = node["Join Type"] === undefined || node["Join Type"] === "Inner" ? "" : ` ${node["Join Type"]}`;
  const using = node["Index Name"] === undefined ? "" : ` using ${node["Index Name"]}`;
  const alias = node.Alias === undefined || node.Alias === node["Relation Name"] ? "" : ` ${node.Alias}`;
  const relation = node["Relation Name"] === undefined ? "" : ` on ${node["Relation Name"]}${alias}`;
  return `${node.Operation ?? kind}${join}${using}${relation}`;
}
