import { type CallContext, type Plan, sha256 } from "@drawbridge/core";
import type { Databases } from "../database/databases.ts";
import { parseStatement } from "../policy/parse-statement.ts";
import { assertMayRun } from "./assert-may-run.ts";
import { openDryRun } from "./dry-run-seal.ts";
import type { ExecuteInput } from "./execute-input.ts";
import { statementEffect } from "./statement-effect.ts";

const meanings = {
  write: "adds or changes chosen rows, or makes something new",
  destroy: "may delete or overwrite what is there",
} as const;

/** What a person is shown before a change: the statement as it is, where it runs, and what it may do. */
export async function planChange(input: ExecuteInput, { client, principal }: CallContext<Databases>): Promise<Plan> {
  const { sql, params = [], dry_run_digest: digest } = input;
  const database = client.named(input.database);
  const statement = await parseStatement(sql);
  assertMayRun(statement);
  const values = params.length === 0 ? "" : `\n\nwith params ${JSON.stringify(params)}`;
  const summary = `Runs in the database ${database.name}; it ${meanings[statementEffect(statement)]}:\n\n${sql}${values}`;
  const found = digest === undefined ? "" : openDryRun(digest, input, { principal, database: database.name });
  const seen = found && `\n\nA dry run of it came out as ${found}; should it come out otherwise, it is taken back.`;
  return { summary: `${summary}${seen}`, stateDigest: sha256(JSON.stringify([database.name, sql, params, found])) };
}
