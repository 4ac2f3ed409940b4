import type { ParsedStatement, ParseNode } from "../policy/parse-statement.ts";
import { isConditional } from "./is-conditional.ts";
import { nodesIn } from "./nodes-in.ts";

/** What a statement does to the database: adds or changes chosen rows, or anything beyond that. */
export type ChangeEffect = "write" | "destroy";

type Judge = (node: ParseNode) => boolean;

/** Kinds of statements that only write, and under which condition: a closed list. */
const writes: Readonly<Record<string, Judge>> = {
  InsertStmt: () => true,
  UpdateStmt: ({ whereClause, relation }) => isConditional(whereClause, namesOf(relation)),
  DeleteStmt: ({ whereClause, relation }) => isConditional(whereClause, namesOf(relation)),
  MergeStmt: ({ joinCondition, relation, mergeWhenClauses }) =>
    isConditional(joinCondition, namesOf(relation)) && !hasDelete(mergeWhenClauses),
  CreateStmt: () => true,
  CreateTableAsStmt: () => true,
  IndexStmt: () => true,
  // One that replaces another takes that one away.
  ViewStmt: ({ replace }) => replace !== true,
  CommentStmt: () => true,
};

const changesRows: ReadonlySet<string> = new Set(["InsertStmt", "UpdateStmt", "DeleteStmt", "MergeStmt"]);

/** Tells by the parse tree alone. What is never run has the lesser effect: it is refused for another reason. */
export function statementEffect({ kind, node }: ParsedStatement): ChangeEffect {
  if (kind === "ExplainStmt") return effectOfExplain(node);
  const inside = [...nodesIn(node)].filter(([inner]) => changesRows.has(inner));
  if (!inside.every(([inner, changed]) => writes[inner]?.(changed))) return "destroy";
  if (kind === "SelectStmt") return inside.length > 0 ? "write" : "destroy";
  return writes[kind]?.(node) === true ? "write" : "destroy";
}

function effectOfExplain({ query, options = [] }: ParseNode): ChangeEffect {
  const runs = (options as { DefElem?: { defname?: string } }[]).some(({ DefElem }) => DefElem?.defname === "analyze");
  const [[kind, node] = []] = Object.entries((query ?? {}) as Record<string, ParseNode>);
  if (!runs || kind === undefined || node === undefined) return "write";
  return statementEffect({ kind, node });
}

function namesOf(relation: unknown): string[] {
  const { relname, alias } = (relation ?? {}) as { relname?: string; alias?: { aliasname?: string } };
  return [relname, alias?.aliasname].filter((name) => name !== undefined);
}

function hasDelete(clauses: unknown): boolean {
  return ((clauses ?? []) as { MergeWhenClause?: { commandType?: string } }[]).some(
    ({ MergeWhenClause }) => MergeWhenClause?.commandType === "CMD_DELETE",
  );
}
