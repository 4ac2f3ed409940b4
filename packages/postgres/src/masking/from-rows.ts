import type { ParseNode } from "../policy/parse-statement.ts";
import { list, strings, writtenName } from "../policy/written-call.ts";
import { columnIn } from "./column-trace.ts";
import { expressionsTrace, expressionTrace } from "./expression-trace.ts";
import { queryRows } from "./query-rows.ts";
import { type FromRows, noRows, type Scope, type TracedColumn, type TracedRows } from "./scope.ts";
import { eitherOf, isComparable, isMasked, madeOf, type Trace, untouched } from "./trace.ts";

/** What the parts of a FROM clause give; each may look at those before it, where it is LATERAL. */
export function fromRows(items: readonly ParseNode[], scope: Scope): FromRows {
  let all = noRows;
  for (const item of items) all = beside(all, itemRows(item, { ...scope, from: beside(scope.from, all) }));
  return all;
}

function itemRows(item: ParseNode, scope: Scope): FromRows {
  const [[kind, inner] = []] = Object.entries(item) as [string, ParseNode][];
  if (kind === undefined || inner === undefined) return noRows;
  switch (kind) {
    case "RangeVar":
      return relationRows(inner, scope);
    case "RangeSubselect":
      return aliased(queryRows(inner.subquery as ParseNode, scope), inner.alias);
    case "JoinExpr":
      return joinRows(inner, scope);
    case "RangeFunction":
      return functionRows(inner, scope);
    case "RangeTableSample":
      scope.tracing.refuse(expressionsTrace([...list(inner.args), inner.repeatable], scope), "samples by it");
      return itemRows(inner.relation as ParseNode, scope);
    default:
      return tableOfDocument(inner, scope);
  }
}

/** The rows of a table, a view or a common table. */
export function relationRows(node: ParseNode, scope: Scope): FromRows {
  const name = { schema: node.schemaname as string | undefined, name: String(node.relname) };
  const common = name.schema === undefined ? scope.tables.get(name.name) : undefined;
  const rows = common ?? scope.tracing.known.relation(name) ?? { columns: [], rest: untouched };
  return aliased(rows, node.alias, name.name);
}

function aliased(rows: TracedRows, alias: unknown, ownName?: string): FromRows {
  const { aliasname = ownName, colnames } = (alias ?? {}) as { aliasname?: string; colnames?: ParseNode[] };
  const renamed = withNames(rows, strings(list(colnames)));
  return { ...renamed, sources: [{ ...renamed, name: aliasname }] };
}

/** The first columns under other names. */
export function withNames(rows: TracedRows, names: readonly string[]): TracedRows {
  if (names.length === 0) return rows;
  const columns = rows.columns.map((column, index) => ({ ...column, name: names[index] ?? column.name }));
  const isUntold = rows.rest !== undefined && names.length > columns.length;
  const more = isUntold ? names.slice(columns.length).map((name) => ({ name, trace: rows.rest ?? untouched })) : [];
  return { ...rows, columns: [...columns, ...more] };
}

function beside(left: FromRows, right: FromRows): FromRows {
  const sources = [...left.sources, ...right.sources];
  return { ...joined(left, right), sources };
}

function joined(left: TracedRows, right: TracedRows): TracedRows {
  const columns = [...left.columns, ...right.columns];
  if (left.rest === undefined && right.rest === undefined) return { columns };
  const rest = madeOf([left.rest ?? untouched, right.rest ?? untouched]);
  const places = [left.restAt, right.restAt === undefined ? undefined : left.columns.length + right.restAt];
  const [restAt, another] = places.filter((place) => place !== undefined);
  return { columns, rest, restAt: another === undefined ? restAt : undefined };
}

function joinRows(node: ParseNode, scope: Scope): FromRows {
  const left = itemRows(node.larg as ParseNode, scope);
  const right = itemRows(node.rarg as ParseNode, { ...scope, from: beside(scope.from, left) });
  const both = beside(left, right);
  const names = node.isNatural === true ? commonNames(left, right) : strings(list(node.usingClause));
  const merged = names.map((name) => mergedColumn(name, left, right, scope));
  const within = { ...scope, from: beside(scope.from, both) };
  if (node.quals !== undefined) {
    scope.tracing.refuse(expressionTrace(node.quals as ParseNode, within), "joins by comparing it");
  }
  const isMerged = ({ name }: TracedColumn) => names.includes(name);
  const others = joined(without(left, isMerged), without(right, isMerged));
  const rows = joined({ columns: merged }, others);
  if (node.alias !== undefined) return aliased(rows, node.alias);
  const using = node.join_using_alias as { aliasname?: string } | undefined;
  const named = using === undefined ? [] : [{ name: using.aliasname, columns: merged }];
  return { ...rows, sources: [...both.sources, ...named] };
}

function without(rows: TracedRows, isLeftOut: (column: TracedColumn) => boolean): TracedRows {
  const before = rows.restAt === undefined ? [] : rows.columns.slice(0, rows.restAt).filter(isLeftOut);
  const columns = rows.columns.filter((column) => !isLeftOut(column));
  return { ...rows, columns, restAt: rows.restAt === undefined ? undefined : rows.restAt - before.length };
}

function commonNames(left: TracedRows, right: TracedRows): string[] {
  const names = left.columns.map(({ name }) => name);
  return names.filter((name) => right.columns.some((column) => column.name === name));
}

function mergedColumn(name: string, left: TracedRows, right: TracedRows, { tracing }: Scope): TracedColumn {
  const [one = untouched, other = untouched] = [columnIn(left, name), columnIn(right, name)];
  if (isMasked(one) !== isMasked(other) || !isComparable(one) || !isComparable(other))
    tracing.refuse(madeOf([one, other]), "joins by comparing it");
  return { name, trace: eitherOf(one, other) };
}

function functionRows(node: ParseNode, scope: Scope): FromRows {
  const parts = list(node.functions).map((one) => list((one.List as ParseNode).items));
  const calls = parts.flatMap(([call]) => (call === undefined ? [] : [call]));
  const trace = scope.tracing.refuse(expressionsTrace(calls, scope), "makes rows of it");
  const { aliasname } = (node.alias ?? {}) as { aliasname?: string };
  const isAlone = parts.length === 1;
  let rows: TracedRows = { columns: [] };
  for (const [call, definitions] of parts) {
    const written = list((definitions?.List as ParseNode | undefined)?.items);
    const declared = written.length > 0 ? written : list(node.coldeflist);
    rows = joined(rows, functionColumns(call ?? {}, declared, isAlone ? aliasname : undefined, { scope, trace }));
  }
  if (node.ordinality === true) rows = joined(rows, { columns: [{ name: "ordinality", trace: untouched }] });
  return aliased(rows, node.alias, nameOf(calls[0]));
}

function functionColumns(
  call: ParseNode,
  declared: readonly ParseNode[],
  alias: string | undefined,
  { scope, trace }: { readonly scope: Scope; readonly trace: Trace },
): TracedRows {
  const columns = (names: readonly string[]) => ({ columns: names.map((name) => ({ name, trace })) });
  if (declared.length > 0) return columns(declared.map(({ ColumnDef }) => String((ColumnDef as ParseNode).colname)));
  // What is no call, such as CURRENT_DATE or a cast, gives one value.
  const { funcname } = (call.FuncCall ?? {}) as ParseNode;
  const known = funcname === undefined ? [] : scope.tracing.known.functionColumns(writtenName(funcname));
  if (known === undefined) return { columns: [], rest: trace, restAt: 0 };
  return columns(known.length > 0 ? known : [alias ?? nameOf(call) ?? ""]);
}

function nameOf(call: ParseNode | undefined): string | undefined {
  const { funcname } = (call?.FuncCall ?? {}) as ParseNode;
  return funcname === undefined ? undefined : writtenName(funcname).name;
}

/** XMLTABLE and JSON_TABLE. */
function tableOfDocument(node: ParseNode, scope: Scope): FromRows {
  const { alias, ...parts } = node;
  const trace = scope.tracing.refuse(expressionsTrace([parts], scope), "makes rows of it");
  return aliased({ columns: [], rest: trace, restAt: 0 }, alias);
}
