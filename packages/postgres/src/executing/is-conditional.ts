import { isDeepStrictEqual } from "node:util";
import type { ParseNode } from "../policy/parse-statement.ts";
import { list, strings } from "../policy/written-call.ts";
import { nodesIn } from "./nodes-in.ts";

/** The relation whose rows a condition chooses. */
export interface ConditionTarget {
  /** What it is called there: its alias, or else its name. */
  readonly name: string;
  /** No other relation stands beside it, of which a column without a name before it might be. */
  readonly isAlone: boolean;
}

/**
 * Whether a condition depends on the row, as far as can be seen: it names a column of it, and is not true of every row by its form
 * (`x = x`, `… OR true`). What is in doubt is taken to hold for all.
 */
export function isConditional(condition: unknown, target: ConditionTarget): boolean {
  if (condition === undefined) return false;
  const { BoolExpr: bool, A_Expr: comparison } = condition as Record<string, ParseNode>;
  if (bool !== undefined) {
    const arms = (bool.args ?? []) as unknown[];
    const depends = (arm: unknown) => isConditional(arm, target);
    return bool.boolop === "OR_EXPR" ? arms.every(depends) : arms.some(depends);
  }
  if (comparison !== undefined && isDeepStrictEqual(placeless(comparison.lexpr), placeless(comparison.rexpr)))
    return false;
  return namesRow(condition, target);
}

/** Inside of a subquery a column is the row's only where the relation's name stands before it, and means none of the subquery's own. */
function namesRow(expression: unknown, { name, isAlone }: ConditionTarget): boolean {
  const nodes = [...nodesIn(expression)];
  const subqueries = nodes.flatMap(([kind, { subselect }]) => (kind === "SubLink" ? [subselect] : []));
  const inside = new Set(subqueries.flatMap((subquery) => [...nodesIn(subquery)].map(([, node]) => node)));
  const isOuter = !subqueries.some((subquery) => givesName(subquery, name));
  return nodes.some(([kind, node]) => {
    if (kind !== "ColumnRef") return false;
    const [, qualifier] = strings(list(node.fields)).toReversed();
    if (inside.has(node)) return qualifier === name && isOuter;
    return isAlone || qualifier === name;
  });
}

/** Whether a relation or an alias within is called so. */
function givesName(value: unknown, name: string): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { relname, alias, aliasname } = value as ParseNode;
  if (aliasname === name || (relname === name && alias === undefined)) return true;
  return Object.values(value).some((inner) => givesName(inner, name));
}

function placeless(value: unknown): unknown {
  return value === undefined
    ? undefined
    : JSON.parse(JSON.stringify(value, (key, inner) => (key === "location" ? undefined : inner)));
}
