import { parseStatement } from "../policy/parse-statement.ts";
import { assertMayRun } from "./assert-may-run.ts";
import { type ChangeEffect, statementEffect } from "./statement-effect.ts";

/** What a statement does. What is never run, or cannot be parsed, does nothing, and is refused for that when it is its turn. */
export async function effectOfText(sql: string): Promise<ChangeEffect> {
  try {
    const statement = await parseStatement(sql);
    assertMayRun(statement);
    return statementEffect(statement);
  } catch {
    return "write";
  }
}
