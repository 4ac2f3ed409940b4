import type { ParseNode } from "../policy/parse-statement.ts";
import { list, strings } from "../policy/written-call.ts";
import type { NamedRows, Scope, TracedColumn, TracedRows } from "./scope.ts";
import { isMasked, type MaskedColumn, madeOf, type Trace, untouched } from "./trace.ts";

/** Columns that every table has beside its own. */
const systemColumns: ReadonlySet<string> = new Set(["ctid", "tableoid", "xmin", "xmax", "cmin", "cmax"]);

/** Stands for what a function reads. */
export const unread: MaskedColumn = { label: "what a function reads by itself", kind: "null" };

/** Stands for where a name comes from that was not found. */
export const untraced: MaskedColumn = { label: "a column whose origin was not found", kind: "null" };

/** What a column, or the name of a whole row, tells of masked columns; found as PostgreSQL finds it (colNameToVar). */
export function columnTrace(fields: readonly ParseNode[], scope: Scope): Trace {
  if (fields.at(-1)?.A_Star !== undefined) return starTrace(fields, scope);
  const names = fields.map(({ String: text }) => (text as { sval?: string } | undefined)?.sval ?? "");
  const [name = "", qualifier] = names.toReversed();
  return qualifier === undefined ? unqualified(name, scope) : qualified(qualifier, name, scope);
}

/** Within an expression, such as `row(t.*)`, it is all of the row. */
function starTrace(fields: readonly ParseNode[], scope: Scope): Trace {
  const qualifier = strings(fields).at(-1);
  const rows = qualifier === undefined ? scope.from : sourceOf(qualifier, scope);
  return rows === undefined ? { from: [untraced], isWhole: false } : rowTrace(rows);
}

/** All columns of the row that a name stands for; undefined where it is no row's. */
export function rowOf(node: ParseNode, scope: Scope): NamedRows | undefined {
  const { fields } = (node.ColumnRef ?? {}) as ParseNode;
  const parts = list(fields);
  const name = (parts.at(-1)?.String as { sval?: string } | undefined)?.sval;
  if (name === undefined || (parts.length === 1 && isColumn(name, scope))) return undefined;
  if (parts.length > 1) {
    const qualifier = (parts.at(-2)?.String as { sval?: string } | undefined)?.sval ?? "";
    if (sourceOf(qualifier, scope) !== undefined) return undefined;
  }
  return sourceOf(name, scope);
}

/** The rows that a name before a point stands for, in the innermost place that has it. */
export function sourceOf(name: string, scope: Scope | undefined): NamedRows | undefined {
  if (scope === undefined) return undefined;
  const [found, ...others] = scope.from.sources.filter((source) => source.name === name);
  // Two of one name, of different schemas, are taken together.
  if (found !== undefined && others.length > 0)
    return { ...found, columns: [found, ...others].flatMap(({ columns }) => columns) };
  return found ?? sourceOf(name, scope.outer);
}

/** What a column of rows tells; undefined where they have none of that name. */
export function columnIn({ columns, rest }: TracedRows, name: string): Trace | undefined {
  const found = columns.filter((column) => column.name === name);
  if (found.length === 0) return rest !== undefined && isMasked(rest) ? rest : undefined;
  // PostgreSQL refuses one that is meant twice; here it is all of them.
  return found.length === 1 ? found[0]?.trace : madeOf(found.map(({ trace }: TracedColumn) => trace));
}

/** What a whole row tells. */
export function rowTrace({ columns, rest = untouched }: TracedRows): Trace {
  return madeOf([...columns.map(({ trace }) => trace), rest]);
}

/** The notation of a column may call a function. */
export function assertNoReader(name: string, { tracing }: Scope): void {
  if (tracing.known.readsMasked({ schema: undefined, name }))
    tracing.refuse({ from: [unread], isWhole: false }, `calls ${name}(), which reads masked columns`);
}

function isColumn(name: string, scope: Scope | undefined): boolean {
  if (scope === undefined) return false;
  return columnIn(scope.from, name) !== undefined || isColumn(name, scope.outer);
}

function unqualified(name: string, scope: Scope): Trace {
  let isUntold = false;
  for (let at: Scope | undefined = scope; at !== undefined; at = at.outer) {
    const found = columnIn(at.from, name);
    if (found !== undefined) return found;
    isUntold ||= at.from.rest !== undefined;
  }
  const row = sourceOf(name, scope);
  if (row !== undefined) return rowTrace(row);
  return isUntold || systemColumns.has(name) ? untouched : { from: [untraced], isWhole: false };
}

function qualified(qualifier: string, name: string, scope: Scope): Trace {
  const source = sourceOf(qualifier, scope);
  if (source === undefined) return { from: [untraced], isWhole: false };
  const found = columnIn(source, name);
  if (found !== undefined) return found;
  if (systemColumns.has(name)) return untouched;
  assertNoReader(name, scope);
  // Where the row has no such column, a function of that name is called with the row.
  return scope.tracing.refuse(rowTrace(source), `calls ${name} with a row that holds it`);
}
