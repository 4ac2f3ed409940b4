import type { ParsedStatement, ParseNode } from "../policy/parse-statement.ts";
import { type ConditionTarget, isConditional } from "./is-conditional.ts";
import { nodesIn } from "./nodes-in.ts";

/** What a statement does to the database: adds or changes chosen rows, or anything beyond that. */
export type ChangeEffect = "write" | "destroy";

type Judge = (node: ParseNode) => boolean;

/** Kinds of statements that only write, and under which condition: a closed list. */
const writes: Readonly<Record<string, Judge>> = {
  InsertStmt: () => true,
  UpdateStmt: ({ whereClause, relation, fromClause }) => isConditional(whereClause, targetOf(relation, fromClause)),
  DeleteStmt: ({ whereClause, relation, usingClause }) => isConditional(whereClause, targetOf(relation, usingClause)),
  MergeStmt: ({ joinCondition, relation, sourceRelation, mergeWhenClauses }) =>
    isConditional(joinCondition, targetOf(relation, sourceRelation)) && !hasDelete(mergeWhenClauses),
  CreateStmt: () => true,
  CreateTableAsStmt: () => true,
  IndexStmt: () => true,
  // One that replaces another takes that one away.
  ViewStmt: ({ replace }) => replace !== true,
  CommentStmt: () => true,
};

const changesRows: ReadonlySet<string> = new Set(["InsertStmt", "UpdateStmt", "DeleteStmt", "MergeStmt"]);

/** Tells by the parse tree alone. What is never run has the lesser effect: it is refused for another reason. */
export function statementEffect({ kind, node }: Pick<ParsedStatement, "kind" | "node">): ChangeEffect {
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

/** @param others what stands beside the relation that is changed */
function targetOf(relation: unknown, others: unknown): ConditionTarget {
  const { relname = "", alias } = (relation ?? {}) as { relname?: string; alias?: { aliasname?: string } };
  return { name: alias?.aliasname ?? relname, isAlone: others === undefined };
}

function hasDelete(clauses: unknown): boolean {
  return ((clauses ?? []) as { MergeWhenClause?: { commandType?: string } }[]).some(
    ({ MergeWhenClause }) => MergeWhenClause?.commandType === "CMD_DELETE",
  );
}
