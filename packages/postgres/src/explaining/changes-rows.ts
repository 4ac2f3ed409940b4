import { nodesIn } from "../executing/nodes-in.ts";
import type { ParsedStatement } from "../policy/parse-statement.ts";

const changing: ReadonlySet<string> = new Set([
  "InsertStmt",
  "UpdateStmt",
  "DeleteStmt",
  "MergeStmt",
  "CreateTableAsStmt",
]);

/** Whether a statement, or a common table of it, changes rows. */
export function changesRows({ kind, node }: ParsedStatement): boolean {
  return [...nodesIn({ [kind]: node })].some(([inner]) => changing.has(inner));
}
