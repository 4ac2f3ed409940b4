import type { Effect } from "@drawbridge/core";
import { nodesIn } from "../executing/nodes-in.ts";
import { statementEffect } from "../executing/statement-effect.ts";
import { parseStatement } from "../policy/parse-statement.ts";

const changes = /^(?:Insert|Update|Delete|Merge)Stmt$/;

/** What running a statement does: a SELECT without changes inside reads, or is refused when it is its turn. */
export async function effectOfAnalysis(sql: string): Promise<Effect> {
  try {
    const statement = await parseStatement(sql);
    const isSelect = statement.kind === "SelectStmt";
    if (isSelect && ![...nodesIn(statement.node)].some(([kind]) => changes.test(kind))) return "read";
    return statementEffect(statement);
  } catch {
    return "read";
  }
}
