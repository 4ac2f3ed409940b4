import { isDeepStrictEqual } from "node:util";
import type { ParseNode } from "../policy/parse-statement.ts";
import { list, strings } from "../policy/written-call.ts";
import { changeRows, isChange } from "./change-rows.ts";
import { columnIn, untraced } from "./column-trace.ts";
import { withNames } from "./from-rows.ts";
import { queryRows } from "./query-rows.ts";
import { relationsIn } from "./relations-in.ts";
import type { Scope, TracedRows } from "./scope.ts";
import { isComparable, madeOf, untouched } from "./trace.ts";

/** The common tables that a statement may name: those around it, and those of its WITH clause. */
export function commonTables(withClause: unknown, scope: Scope): ReadonlyMap<string, TracedRows> {
  if (withClause === undefined) return scope.tables;
  const { ctes, recursive } = withClause as ParseNode;
  const nodes = list(ctes).map(({ CommonTableExpr: common }) => common as ParseNode);
  let tables = scope.tables;
  // Those that are named before they were looked at come to nothing that is known.
  if (recursive === true)
    tables = new Map([...tables, ...nodes.map(({ ctename }) => [String(ctename), unlooked] as const)]);
  for (const node of recursive === true ? inOrder(nodes) : nodes) {
    const within = { ...scope, tables };
    const rows = recursive === true ? recursiveRows(node, within) : tableRows(node, within);
    tables = new Map([...tables, [String(node.ctename), withMarks(node, rows, scope)]]);
  }
  return tables;
}

const unlooked: TracedRows = { columns: [], rest: { from: [untraced], isWhole: false } };

/** With RECURSIVE a common table may name one that is written after it. */
function inOrder(nodes: readonly ParseNode[]): ParseNode[] {
  const waiting = new Map(nodes.map((node) => [String(node.ctename), node]));
  const ordered: ParseNode[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting.values()].find((node) =>
      [...relationsIn(node.ctequery)].every(({ name }) => name === node.ctename || !waiting.has(name)),
    );
    const next = ready ?? [...waiting.values()][0];
    if (next === undefined) break;
    waiting.delete(String(next.ctename));
    ordered.push(next);
  }
  return ordered;
}

function tableRows({ ctequery, aliascolnames }: ParseNode, scope: Scope): TracedRows {
  const query = ctequery as ParseNode;
  const [[kind, inner] = []] = Object.entries(query) as [string, ParseNode][];
  const rows =
    kind !== undefined && inner !== undefined && isChange(kind)
      ? changeRows(kind, inner, scope)
      : queryRows(query, scope);
  return withNames(rows, strings(list(aliascolnames)));
}

/** What a table says of itself is what it was found to say before, until nothing is added any more. */
function recursiveRows(node: ParseNode, scope: Scope): TracedRows {
  const name = String(node.ctename);
  const query = (node.ctequery as ParseNode).SelectStmt as ParseNode | undefined;
  const isRecursive = query?.larg !== undefined;
  const start = isRecursive ? startOf(node, query, scope) : { columns: [] };
  for (let before = start; ; ) {
    const after = tableRows(node, { ...scope, tables: new Map([...scope.tables, [name, before]]) });
    if (!isRecursive || isDeepStrictEqual(after, before)) return after;
    before = after;
  }
}

function startOf(node: ParseNode, { larg, withClause }: ParseNode, scope: Scope): TracedRows {
  return tableRows(
    {
      ...node,
      ctequery: { SelectStmt: { ...(larg as ParseNode), ...(withClause === undefined ? {} : { withClause }) } },
    },
    scope,
  );
}

/** The columns that SEARCH and CYCLE add. */
function withMarks(
  { search_clause: search, cycle_clause: cycle }: ParseNode,
  rows: TracedRows,
  { tracing }: Scope,
): TracedRows {
  const columns = [...rows.columns];
  const traceOf = (names: unknown) => {
    return madeOf(strings(list(names)).map((name) => columnIn(rows, name) ?? untouched));
  };
  if (search !== undefined) {
    const { search_col_list: by, search_seq_column: sequence } = search as ParseNode;
    columns.push({ name: String(sequence), trace: tracing.refuse(traceOf(by), "orders by it") });
  }
  if (cycle !== undefined) {
    const { cycle_col_list: by, cycle_mark_column: mark, cycle_path_column: path } = cycle as ParseNode;
    const trace = traceOf(by);
    for (const name of strings(list(by))) {
      const compared = columnIn(rows, name) ?? untouched;
      if (!isComparable(compared)) tracing.refuse(compared, "compares it");
    }
    columns.push({ name: String(mark), trace: untouched }, { name: String(path), trace });
  }
  return { ...rows, columns };
}
