import type { ParseNode } from "../policy/parse-statement.ts";
import { list, strings, writtenName } from "../policy/written-call.ts";
import { rowOf, sourceOf } from "./column-trace.ts";
import { expressionTrace } from "./expression-trace.ts";
import type { Scope, TracedColumn, TracedRows } from "./scope.ts";
import { isMasked, madeOf, untouched } from "./trace.ts";

/** The columns of a SELECT's list, or of RETURNING, with each * written out. */
export function targetRows(targets: readonly ParseNode[], scope: Scope): TracedRows {
  const columns: TracedColumn[] = [];
  let rest: TracedRows["rest"];
  let restAt: number | undefined;
  for (const { ResTarget: target } of targets) {
    const { name, val } = target as { name?: string; val: ParseNode };
    const rows = starRows(val, scope) ?? {
      columns: [{ name: name ?? columnName(val), trace: expressionTrace(val, scope) }],
    };
    if (rows.rest !== undefined) {
      const isSecond = rest !== undefined;
      restAt = isSecond || rows.restAt === undefined ? undefined : columns.length + rows.restAt;
      rest = madeOf([rest ?? untouched, rows.rest]);
    }
    columns.push(...rows.columns);
  }
  return rest === undefined ? { columns } : { columns, rest, restAt };
}

/** What a * stands for; undefined for anything else. */
function starRows(node: ParseNode, scope: Scope): TracedRows | undefined {
  const fields = list((node.ColumnRef as ParseNode | undefined)?.fields);
  if (fields.at(-1)?.A_Star !== undefined) {
    const qualifier = strings(fields).at(-1);
    if (qualifier === undefined) return scope.from;
    return sourceOf(qualifier, scope) ?? { columns: [], rest: untouched, restAt: 0 };
  }
  const { arg, indirection } = (node.A_Indirection ?? {}) as { arg?: ParseNode; indirection?: ParseNode[] };
  if (arg === undefined || indirection?.at(-1)?.A_Star === undefined) return undefined;
  const row = indirection.length === 1 ? rowOf(arg, scope) : undefined;
  if (row !== undefined) return row;
  const trace = madeOf([expressionTrace(arg, scope)]);
  if (isMasked(trace)) scope.tracing.refuse(trace, "takes it apart with .* (name the field instead)");
  return { columns: [], rest: trace, restAt: 0 };
}

/** What a column is called that nobody named (FigureColname of PostgreSQL). */
function columnName(node: ParseNode): string {
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
