import type { ParseNode } from "./parse-statement.ts";
import { list, strings, writtenName } from "./written-call.ts";

/** What a column is called that nobody named (FigureColname of PostgreSQL). */
export function columnName(node: ParseNode): string {
  return strongName(node) ?? weakName(node);
}

function strongName(node: ParseNode): string | undefined {
  const [[kind, value] = []] = Object.entries(node);
  const inner = value as ParseNode;
  switch (kind) {
    case "ColumnRef":
      return strings(list(inner.fields)).at(-1);
    case "A_Indirection":
      return strings(list(inner.indirection)).at(-1) ?? strongName(inner.arg as ParseNode);
    case "FuncCall":
      return writtenName(inner.funcname).name;
    case "A_Expr":
      return inner.kind === "AEXPR_NULLIF" ? "nullif" : undefined;
    case "TypeCast":
    case "CollateClause":
      return strongName(inner.arg as ParseNode);
    case "SubLink":
      return subqueryName(inner);
    case "CaseExpr":
      return inner.defresult === undefined ? undefined : strongName(inner.defresult as ParseNode);
    case "CoalesceExpr":
      return "coalesce";
    case "MinMaxExpr":
      return inner.op === "IS_GREATEST" ? "greatest" : "least";
    case "RowExpr":
      return "row";
    case "A_ArrayExpr":
      return "array";
    default:
      return undefined;
  }
}

function weakName(node: ParseNode): string {
  const { typeName } = (node.TypeCast ?? {}) as { typeName?: ParseNode };
  if (typeName !== undefined) return writtenName(typeName.names).name;
  return node.CaseExpr === undefined ? "?column?" : "case";
}

function subqueryName({ subLinkType, subselect }: ParseNode): string | undefined {
  if (subLinkType === "EXISTS_SUBLINK") return "exists";
  if (subLinkType === "ARRAY_SUBLINK") return "array";
  const { targetList } = ((subselect as ParseNode).SelectStmt ?? {}) as ParseNode;
  const [first] = list(targetList);
  if (subLinkType !== "EXPR_SUBLINK" || first === undefined) return undefined;
  const { name, val } = first.ResTarget as { name?: string; val: ParseNode };
  return name ?? strongName(val);
}
