import { isDeepStrictEqual } from "node:util";
import type { ParseNode } from "../policy/parse-statement.ts";
import { nodesIn } from "./nodes-in.ts";

/**
 * Whether a condition depends on the row, as far as can be seen: it names a column, and is not true of every row by its form
 * (`x = x`, `… OR true`). What is in doubt is taken to hold for all.
 *
 * @param targets names of the relation that is changed, and its alias
 */
export function isConditional(condition: unknown, targets: readonly string[]): boolean {
  if (condition === undefined) return false;
  const { BoolExpr: bool, A_Expr: comparison } = condition as Record<string, ParseNode>;
  if (bool !== undefined) {
    const arms = (bool.args ?? []) as unknown[];
    const depends = (arm: unknown) => isConditional(arm, targets);
    return bool.boolop === "OR_EXPR" ? arms.every(depends) : arms.some(depends);
  }
  if (comparison !== undefined && isDeepStrictEqual(placeless(comparison.lexpr), placeless(comparison.rexpr)))
    return false;
  return namesRow(condition, targets);
}

/** A column outside of subqueries is the row's; inside of one only where the relation stands before it. */
function namesRow(expression: unknown, targets: readonly string[]): boolean {
  const nodes = [...nodesIn(expression)];
  const inSubqueries = new Set(
    nodes
      .filter(([kind]) => kind === "SubLink")
      .flatMap(([, { subselect }]) => [...nodesIn(subselect)].map(([, node]) => node)),
  );
  return nodes.some(([kind, node]) => {
    if (kind !== "ColumnRef") return false;
    const [first] = node.fields as { String?: { sval: string } }[];
    return !inSubqueries.has(node) || targets.includes(first?.String?.sval ?? "");
  });
}

function placeless(value: unknown): unknown {
  return value === undefined
    ? undefined
    : JSON.parse(JSON.stringify(value, (key, inner) => (key === "location" ? undefined : inner)));
}
