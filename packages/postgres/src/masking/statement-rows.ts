import type { ParsedStatement, ParseNode } from "../policy/parse-statement.ts";
import { Refusal } from "../policy/refusal.ts";
import { list } from "../policy/written-call.ts";
import { changeRows, isChange } from "./change-rows.ts";
import { rowTrace } from "./column-trace.ts";
import { expressionsTrace } from "./expression-trace.ts";
import { relationRows } from "./from-rows.ts";
import { queryRows } from "./query-rows.ts";
import { noRows, type Scope, type TracedRows } from "./scope.ts";
import { untouched } from "./trace.ts";
import { type KnownNames, Tracing } from "./tracing.ts";

/** Rows that tell of no table. */
const plain: TracedRows = { columns: [], rest: untouched, restAt: 0 };

/** Statements that neither show nor copy what a table holds, nor make code that does. */
const harmless: ReadonlySet<string> = new Set([
  ...["VariableShowStmt", "CommentStmt", "DropStmt", "TruncateStmt", "VacuumStmt", "ReindexStmt", "ClusterStmt"],
  ...[
    "CreateSchemaStmt",
    "CreateSeqStmt",
    "AlterSeqStmt",
    "CreateEnumStmt",
    "AlterEnumStmt",
    "RenameStmt",
    "RefreshMatViewStmt",
  ],
  ...["GrantStmt", "CreateStatsStmt", "AlterObjectSchemaStmt"],
]);

/**
 * What the columns of a statement's result tell of masked ones. Refuses what would tell more, and what would make another way to them.
 *
 * @param known undefined where the statement names nothing that leads to masked columns
 */
export function statementRows(
  { kind, node }: Pick<ParsedStatement, "kind" | "node">,
  known: KnownNames | undefined,
): TracedRows | undefined {
  if (harmless.has(kind)) return plain;
  if (kind === "ExplainStmt") return explainedRows(node, known);
  const isKnown = kind === "SelectStmt" || isChange(kind) || definitions[kind] !== undefined;
  if (!isKnown && (known !== undefined || !isTable(kind))) throw notWithMasks(kind);
  if (known === undefined) return undefined;
  const scope: Scope = { tracing: new Tracing(known), from: noRows, outer: undefined, tables: new Map() };
  if (kind === "SelectStmt") return queryRows({ SelectStmt: node }, scope);
  return isChange(kind) ? changeRows(kind, node, scope) : definitions[kind]?.(node, scope);
}

function explainedRows({ query }: ParseNode, known: KnownNames | undefined): TracedRows {
  const [[kind, node] = []] = Object.entries(query as ParseNode) as [string, ParseNode][];
  if (kind !== undefined && node !== undefined) statementRows({ kind, node }, known);
  return plain;
}

/** ALTER TABLE may copy a column, or have code run for its rows; of tables that lead to no masked column it may. */
function isTable(kind: string): boolean {
  return kind === "AlterTableStmt";
}

const definitions: Readonly<Record<string, (node: ParseNode, scope: Scope) => TracedRows>> = {
  ViewStmt({ query }, scope) {
    // What it shows is traced when it is read.
    queryRows(query as ParseNode, scope);
    return plain;
  },
  CreateTableAsStmt({ query, objtype }, scope) {
    const rows = queryRows(query as ParseNode, scope);
    if (objtype !== "OBJECT_MATVIEW") scope.tracing.refuse(rowTrace(rows), "keeps it in another table");
    return plain;
  },
  CreateStmt(node, scope) {
    for (const { Constraint: constraint } of constraintsOf(list(node.tableElts))) {
      const { pktable, pk_attrs: keys } = constraint as ParseNode;
      if (pktable === undefined) continue;
      const referenced = { ...scope, from: relationRows(pktable as ParseNode, scope) };
      const columns = list(keys).map((key) => ({ ColumnRef: { fields: [key] } }));
      scope.tracing.refuse(expressionsTrace(columns, referenced), "refers to it");
    }
    return plain;
  },
  IndexStmt(node, scope) {
    const within = { ...scope, from: relationRows(node.relation as ParseNode, scope) };
    const expressions = list(node.indexParams).map(({ IndexElem }) => (IndexElem as ParseNode).expr);
    scope.tracing.refuse(expressionsTrace([...expressions, node.whereClause], within), "computes with it");
    return plain;
  },
};

function constraintsOf(elements: readonly ParseNode[]): readonly ParseNode[] {
  return elements.flatMap((element) => {
    if (element.Constraint !== undefined) return [element];
    return list((element.ColumnDef as ParseNode | undefined)?.constraints);
  });
}

function notWithMasks(kind: string): Refusal {
  return new Refusal(
    `${kind} is not run where columns are masked, for it may make a way around that: functions, triggers, rules, policies and the like are ` +
      "for a person to make, and so is an ALTER of a table that holds masked columns",
  );
}
