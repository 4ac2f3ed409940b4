import { ConnectorError, type ToolContext } from "@drawbridge/core";
import type { BatchResult } from "../database/batch.ts";
import type { Database } from "../database/database.ts";
import type { Databases } from "../database/databases.ts";
import { statementError } from "../database/statement-error.ts";
import { statementFailure } from "../errors/statement-failure.ts";
import { parseStatement } from "../policy/parse-statement.ts";
import { parameterTexts } from "../values/parameter-text.ts";
import { admitChange } from "./admit-change.ts";
import { changeAnswer, type ExecuteAnswer } from "./change-answer.ts";
import type { ExecuteInput } from "./execute-input.ts";

/** Rows of RETURNING that are answered. */
const mostReturned = 1000;

/** SQLSTATE of what PostgreSQL does not do inside of a transaction: VACUUM, CREATE DATABASE, … CONCURRENTLY. */
const notInTransaction = "25001";

/** Runs a statement that may change the database. */
export async function execute(input: ExecuteInput, context: ToolContext<Databases>): Promise<ExecuteAnswer> {
  const { sql, params = [] } = input;
  const database = context.client.named(input.database);
  await admitChange(await parseStatement(sql), database, context);
  const main = { text: sql, values: parameterTexts(params) };
  const bounds = { rows: 0, bytes: context.page.bytesLeft, signal: context.signal };
  try {
    return changeAnswer(await database.change(main, bounds), mostReturned, context.page);
  } catch (error) {
    const { signal } = context;
    if ((error as { code?: string }).code !== notInTransaction) {
      const told = await statementFailure({ sql, given: params.length, database, signal }, error);
      throw unsure(told, error, signal);
    }
    return changeAnswer(await alone(database, main, sql, signal), mostReturned, context.page);
  }
}

async function alone(
  database: Database,
  main: { readonly text: string; readonly values: readonly (string | null)[] },
  sql: string,
  signal: AbortSignal,
): Promise<BatchResult> {
  try {
    return await database.changeAlone(main, signal);
  } catch (error) {
    throw unsure(statementError(error, sql), error, signal);
  }
}

/** A connection that ends while a change is being kept leaves open whether it was. An error of the statement's does not. */
function unsure(told: unknown, thrown: unknown, { aborted }: AbortSignal): unknown {
  const isKnown = ConnectorError.is(thrown) || (thrown as { severity?: string }).severity === "ERROR";
  if (!ConnectorError.is(told) || (!aborted && (isKnown || told.code !== "unavailable"))) return told;
  return told.withMessage(`${told.message} Whether the change was made is not known: look before you make it again.`);
}
