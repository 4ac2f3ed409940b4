import { columnName } from "../policy/column-name.ts";
import type { ParseNode } from "../policy/parse-statement.ts";
import { list, strings } from "../policy/written-call.ts";
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
