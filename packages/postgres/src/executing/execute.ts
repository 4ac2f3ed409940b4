import { ConnectorError, type ToolContext } from "@drawbridge/core";
import type { BatchResult } from "../database/batch.ts";
import type { Database } from "../database/database.ts";
import type { Databases } from "../database/databases.ts";
import { statementError } from "../database/statement-error.ts";
import { isChange } from "../masking/change-rows.ts";
import { shownResult } from "../masking/shown-result.ts";
import { withoutValues } from "../masking/without-values.ts";
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
  const statement = await admitChange(await parseStatement(sql), database, context);
  const main = { text: sql, values: parameterTexts(params) };
  const bounds = { rows: 0, bytes: context.page.bytesLeft, signal: context.signal };
  const { masks } = database;
  const isOfRows = statement.kind === "SelectStmt" || isChange(statement.kind);
  const during = <T>(run: () => Promise<T>) => (masks === undefined || isOfRows ? run() : masks.during(run));
  try {
    const result = await during(() => database.change(main, bounds));
    if (result.fields.length === 0) return changeAnswer({ ...result, masked: [] }, mostReturned, context.page);
    return changeAnswer(await shownResult(result, statement, database, context.signal), mostReturned, context.page);
  } catch (error) {
    if ((error as { code?: string }).code !== notInTransaction)
      throw unsure(statementError(toldError(error, database), sql), context.signal);
    // What has no transaction gives no rows.
    const result = await during(() => alone(database, main, sql, context.signal));
    return changeAnswer({ ...result, masked: [] }, mostReturned, context.page);
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
    throw unsure(statementError(toldError(error, database), sql), signal);
  }
}

/** Where columns are masked, a trigger or a constraint of any table may tell of them. */
function toldError(error: unknown, { masks }: Database): unknown {
  return masks === undefined ? error : withoutValues(error);
}

/** A connection that ends while a change is being kept leaves open whether it was. */
function unsure(error: unknown, signal: AbortSignal): unknown {
  const isOpen = signal.aborted || (ConnectorError.is(error) && error.code === "unavailable");
  if (!isOpen || !ConnectorError.is(error)) return error;
  return error.withMessage(`${error.message} Whether the change was made is not known: look before you make it again.`);
}
