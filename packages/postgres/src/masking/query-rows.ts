import type { ParseNode } from "../policy/parse-statement.ts";
import { list, strings } from "../policy/written-call.ts";
import { assertGrouped, assertWindow } from "./call-trace.ts";
import { commonTables } from "./common-tables.ts";
import { expressionsTrace, expressionTrace } from "./expression-trace.ts";
import { fromRows } from "./from-rows.ts";
import { type FromRows, noRows, type Scope, type TracedColumn, type TracedRows } from "./scope.ts";
import { targetRows } from "./target-rows.ts";
import { eitherOf, isComparable, isMasked, madeOf, type Trace, untouched } from "./trace.ts";

/** The columns that a SELECT or VALUES gives, traced. Refuses one that chooses, orders or joins by masked columns. */
export function queryRows(query: ParseNode, outer: Scope): TracedRows {
  const select = (query.SelectStmt ?? query) as ParseNode;
  const { tracing } = outer;
  const tables = commonTables(select.withClause, outer);
  const around = { ...outer, tables };
  tracing.refuse(expressionsTrace([select.limitCount, select.limitOffset], below(noRows, around)), "limits rows by it");
  if (select.op !== "SETOP_NONE" && select.op !== undefined) return combined(select, around);
  if (select.valuesLists !== undefined) return valueRows(list(select.valuesLists), around);
  const from = fromRows(list(select.fromClause), below(noRows, around));
  const scope = below(from, around);
  const rows = targetRows(list(select.targetList), scope);
  assertClauses(select, scope, rows);
  if (select.intoClause !== undefined)
    tracing.refuse(madeOf(rows.columns.map(({ trace }) => trace)), "keeps it in a table");
  return rows;
}

function below(from: FromRows, outer: Scope): Scope {
  return { tracing: outer.tracing, tables: outer.tables, from, outer };
}

function assertClauses(select: ParseNode, scope: Scope, rows: TracedRows): void {
  const { tracing } = scope;
  const { whereClause, havingClause, distinctClause } = select;
  tracing.refuse(expressionsTrace([whereClause, havingClause], scope), "chooses rows by it");
  for (const window of list(select.windowClause)) assertWindow(window.WindowDef as ParseNode, scope);
  for (const item of groupItems(list(select.groupClause))) {
    const output = outputOf(item, rows, scope);
    if (output === undefined) assertGrouped(item, scope);
    else if (!isComparable(output)) tracing.refuse(output, "groups by it");
  }
  assertDistinct(list(distinctClause), rows, scope);
  assertOrder(list(select.sortClause), rows, scope);
}

function groupItems(items: readonly ParseNode[]): ParseNode[] {
  return items.flatMap((item) => {
    const { content } = (item.GroupingSet ?? {}) as ParseNode;
    if (item.GroupingSet !== undefined) return groupItems(list(content));
    const { row_format: format, args } = (item.RowExpr ?? {}) as ParseNode;
    return format === "COERCE_IMPLICIT_CAST" ? groupItems(list(args)) : [item];
  });
}

/** By its number, or by a name that no column has. */
function outputOf(item: ParseNode, rows: TracedRows, scope: Scope): Trace | undefined {
  const name = bareName(item);
  if (name !== undefined && scope.from.columns.some((column) => column.name === name)) return undefined;
  return numbered(item, rows) ?? namedOutput(name, rows);
}

function assertDistinct(items: readonly ParseNode[], rows: TracedRows, scope: Scope): void {
  const on = items.filter((item) => Object.keys(item).length > 0);
  for (const item of on) {
    const output = numbered(item, rows) ?? namedOutput(bareName(item), rows);
    if (output === undefined) assertGrouped(item, scope);
    else if (!isComparable(output)) scope.tracing.refuse(output, "leaves out rows that are like others in it");
  }
  if (items.length > 0 && on.length === 0) assertComparable(rows, scope);
}

function assertComparable({ columns, rest = untouched }: TracedRows, { tracing }: Scope): void {
  for (const { trace } of [...columns, { trace: rest }])
    if (!isComparable(trace)) tracing.refuse(trace, "leaves out rows that are like others in it");
}

/** A name or number that ORDER BY has alone is that of a column of the result. */
function assertOrder(items: readonly ParseNode[], rows: TracedRows, scope: Scope): void {
  for (const item of items) {
    const node = (item.SortBy as ParseNode).node as ParseNode;
    const output = numbered(node, rows) ?? namedOutput(bareName(node), rows);
    scope.tracing.refuse(output ?? expressionTrace(node, scope), "orders by it");
  }
}

function bareName(node: ParseNode): string | undefined {
  const fields = list((node.ColumnRef as ParseNode | undefined)?.fields);
  return fields.length === 1 ? strings(fields)[0] : undefined;
}

function namedOutput(name: string | undefined, { columns }: TracedRows): Trace | undefined {
  const found = columns.filter((column) => column.name === name);
  return found.length === 0 ? undefined : found.map(({ trace }) => trace).reduce(eitherOf);
}

function numbered(node: ParseNode, { columns, rest, restAt = 0 }: TracedRows): Trace | undefined {
  const { ival } = (node.A_Const ?? {}) as { ival?: { ival?: number } };
  if (ival?.ival === undefined) return undefined;
  if (rest !== undefined && ival.ival > restAt) return madeOf([...columns.map(({ trace }) => trace), rest]);
  return columns[ival.ival - 1]?.trace ?? untouched;
}

/** UNION, INTERSECT, EXCEPT. */
function combined(select: ParseNode, scope: Scope): TracedRows {
  const [left, right] = [select.larg, select.rarg].map((side) => queryRows(side as ParseNode, scope));
  if (left === undefined || right === undefined) return { columns: [] };
  const rows = eitherRows(left, right, scope);
  const isUnionAll = select.op === "SETOP_UNION" && select.all === true;
  if (!isUnionAll) {
    assertComparable(rows, scope);
    // One of them plain would be told by being like the masked one, or not.
    for (const [index, { trace }] of rows.columns.entries())
      if (isMasked(left.columns[index]?.trace ?? untouched) !== isMasked(right.columns[index]?.trace ?? untouched))
        scope.tracing.refuse(trace, "compares it");
  }
  assertOrder(list(select.sortClause), rows, { ...scope, from: noRows });
  return rows;
}

/** Rows of which each is of the one or of the other. */
export function eitherRows(left: TracedRows, right: TracedRows, { tracing }: Scope): TracedRows {
  const all = madeOf([...left.columns, ...right.columns].map(({ trace }) => trace));
  const isUntold = left.rest !== undefined || right.rest !== undefined;
  if (isUntold) tracing.refuse(all, "joins it to columns that are not written out (write them instead of *)");
  const columns = left.columns.map(({ name, trace }, index): TracedColumn => {
    return { name, trace: eitherOf(trace, right.columns[index]?.trace ?? untouched) };
  });
  return isUntold ? { columns: [], rest: all, restAt: 0 } : { columns };
}

function valueRows(lists: readonly ParseNode[], outer: Scope): TracedRows {
  const scope = below(noRows, outer);
  const rows = lists.map(
    ({ List: row }): TracedRows => ({
      columns: list((row as ParseNode).items).map((item, index) => {
        return { name: `column${index + 1}`, trace: expressionTrace(item, scope) };
      }),
    }),
  );
  return rows.reduce((one, other) => eitherRows(one, other, scope));
}
