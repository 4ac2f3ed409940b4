import type { ParseNode } from "../policy/parse-statement.ts";
import { list } from "../policy/written-call.ts";
import { columnIn } from "./column-trace.ts";
import { commonTables } from "./common-tables.ts";
import { expressionsTrace, expressionTrace } from "./expression-trace.ts";
import { fromRows, relationRows } from "./from-rows.ts";
import { queryRows } from "./query-rows.ts";
import { type FromRows, type NamedRows, noRows, type Scope, type TracedRows } from "./scope.ts";
import { targetRows } from "./target-rows.ts";
import { isMasked, type Trace, untouched } from "./trace.ts";

const changes: ReadonlySet<string> = new Set(["InsertStmt", "UpdateStmt", "DeleteStmt", "MergeStmt"]);

export function isChange(kind: string): boolean {
  return changes.has(kind);
}

/**
 * The columns that RETURNING of a change gives, traced. Refuses a change that chooses rows by masked columns, or keeps what they
 * hold where it is not masked in the same way.
 */
export function changeRows(kind: string, node: ParseNode, outer: Scope): TracedRows {
  const around = { ...outer, tables: commonTables(node.withClause, outer) };
  const target = relationRows(node.relation as ParseNode, { ...around, tables: new Map() });
  const others = list(
    node.fromClause ?? node.usingClause ?? (node.sourceRelation === undefined ? [] : [node.sourceRelation]),
  );
  const scope = within(both(target, fromRows(others, within(noRows, around))), around);
  scope.tracing.refuse(expressionsTrace([node.whereClause, node.joinCondition], scope), "chooses rows by it");
  if (kind === "InsertStmt") assertInserted(node, target, around);
  else assertSet(list(node.targetList), target, scope);
  for (const { MergeWhenClause: when } of list(node.mergeWhenClauses)) assertWhen(when as ParseNode, target, scope);
  return returned(node, target, scope);
}

function within(from: FromRows, outer: Scope): Scope {
  return { tracing: outer.tracing, tables: outer.tables, from, outer };
}

function both(target: FromRows, others: FromRows): FromRows {
  return {
    sources: [...target.sources, ...others.sources],
    columns: [...target.columns, ...others.columns],
    rest: target.rest ?? others.rest,
  };
}

function assertInserted(node: ParseNode, target: FromRows, around: Scope): void {
  const names = insertedNames(list(node.cols), target);
  const given: TracedRows =
    node.selectStmt === undefined ? { columns: [] } : queryRows(node.selectStmt as ParseNode, around);
  for (const [index, { trace }] of given.columns.entries()) assertKept(trace, names[index], target, around);
  if (given.rest !== undefined) around.tracing.refuse(given.rest, "keeps it elsewhere");
  const conflict = node.onConflictClause as ParseNode | undefined;
  if (conflict === undefined) return;
  const [own] = target.sources;
  const excluded: NamedRows = { ...(own ?? { columns: [] }), name: "excluded" };
  const scope = within({ ...target, sources: [...target.sources, excluded] }, around);
  const { whereClause, infer } = conflict;
  scope.tracing.refuse(expressionsTrace([whereClause], scope), "chooses rows by it");
  scope.tracing.refuse(expressionsTrace([(infer as ParseNode | undefined)?.whereClause], scope), "chooses rows by it");
  assertSet(list(conflict.targetList), target, scope);
}

function insertedNames(columns: readonly ParseNode[], target: FromRows): string[] {
  if (columns.length === 0) return target.columns.map(({ name }) => name);
  return columns.map(({ ResTarget }) => String((ResTarget as ParseNode).name));
}

function assertSet(targets: readonly ParseNode[], target: FromRows, scope: Scope): void {
  for (const { ResTarget } of targets) {
    const { name, val } = ResTarget as { name: string; val?: ParseNode };
    if (val !== undefined) assertKept(setTrace(val, scope), name, target, scope);
  }
}

/** One of several that are set by one row is taken for all of it. */
function setTrace(value: ParseNode, scope: Scope): Trace {
  const { source } = (value.MultiAssignRef ?? {}) as { source?: ParseNode };
  return source === undefined ? expressionTrace(value, scope) : expressionsTrace([source], scope);
}

/** What is masked may be kept as it is in a column that is masked in the same way. */
function assertKept(trace: Trace, name: string | undefined, target: FromRows, { tracing }: Scope): void {
  if (!isMasked(trace)) return;
  const kept = name === undefined ? untouched : (columnIn(target, name) ?? untouched);
  const kinds = new Set([...trace.from, ...kept.from].map(({ kind }) => kind));
  if (!trace.isWhole || !isMasked(kept) || kinds.size > 1)
    tracing.refuse(trace, `keeps it in ${name ?? "another column"}`);
}

function assertWhen({ condition, targetList, values, commandType }: ParseNode, target: FromRows, scope: Scope): void {
  scope.tracing.refuse(expressionsTrace([condition], scope), "chooses rows by it");
  if (commandType !== "CMD_INSERT") {
    assertSet(list(targetList), target, scope);
    return;
  }
  const names = insertedNames(list(targetList), target);
  for (const [index, value] of list(values).entries())
    assertKept(expressionTrace(value, scope), names[index], target, scope);
}

function returned(node: ParseNode, target: FromRows, scope: Scope): TracedRows {
  const clause = (node.returningClause ?? {}) as ParseNode;
  const [own] = target.sources;
  const written = list(clause.options).map(({ ReturningOption }) => String((ReturningOption as ParseNode).value));
  const versions = ["old", "new", ...written].map((name): NamedRows => ({ ...(own ?? { columns: [] }), name }));
  const from = { ...scope.from, sources: [...scope.from.sources, ...versions] };
  // Of MERGE, * gives the columns of what it is merged from before those of the target.
  const ordered = node.sourceRelation === undefined ? from : { ...from, columns: sourceFirst(from, target) };
  return targetRows(list(clause.exprs ?? node.returningList), { ...scope, from: ordered });
}

function sourceFirst(from: FromRows, { columns }: FromRows): FromRows["columns"] {
  return [...from.columns.slice(columns.length), ...columns];
}
