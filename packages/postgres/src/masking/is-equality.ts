import type { ParseNode } from "../policy/parse-statement.ts";
import { writtenName } from "../policy/written-call.ts";

const kinds: ReadonlySet<string> = new Set(["AEXPR_OP", "AEXPR_IN", "AEXPR_DISTINCT", "AEXPR_NOT_DISTINCT"]);

/** Whether an operator only tells whether two values are the same. */
export function isEquality({ kind, name }: ParseNode): boolean {
  const { schema, name: operator } = writtenName(name);
  return kinds.has(String(kind)) && /^(=|<>)$/.test(operator) && (schema === undefined || schema === "pg_catalog");
}
