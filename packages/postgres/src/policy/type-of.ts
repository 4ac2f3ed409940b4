import type { TypeFacts } from "../catalog/usage-facts.ts";
import type { ParseNode } from "./parse-statement.ts";

/** Numbers of types that every PostgreSQL has. */
const known = { bool: "16", int4: "23", int8: "20", numeric: "1700" } as const;

/** The type of an expression whose type can be told from itself alone: a number, or a cast. */
export function typeOf(node: ParseNode, types: readonly TypeFacts[], path: readonly string[]): string | undefined {
  const constant = node.A_Const as Record<string, { ival?: number; fval?: string }> | undefined;
  if (constant !== undefined) {
    if ("boolval" in constant) return known.bool;
    if ("ival" in constant) return known.int4;
    if ("fval" in constant) return /^\d+$/.test(constant.fval?.fval ?? "") ? undefined : known.numeric;
    return undefined;
  }
  const cast = node.TypeCast as { typeName?: ParseNode } | undefined;
  const { names, arrayBounds } = (cast?.typeName ?? {}) as {
    names?: { String: { sval: string } }[];
    arrayBounds?: unknown;
  };
  if (names === undefined || arrayBounds !== undefined) return undefined;
  const [name, schema] = names.map((part) => part.String.sval).toReversed();
  if (schema !== undefined) return types.find((type) => type.name === name && type.schema === schema)?.oid;
  for (const looked of path) {
    const found = types.find((type) => type.name === name && type.schema === looked);
    if (found !== undefined) return found.oid;
  }
  return undefined;
}
