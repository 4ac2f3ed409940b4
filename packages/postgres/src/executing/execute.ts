import { ConnectorError, type ToolContext } from "@drawbridge/core";
import type { BatchResult, BatchStep } from "../database/batch.ts";
import type { Database, ReadBounds } from "../database/database.ts";
import type { Databases } from "../database/databases.ts";
import { statementError } from "../database/statement-error.ts";
import { statementFailure } from "../errors/statement-failure.ts";
import { parseStatement } from "../policy/parse-statement.ts";
import { parameterTexts } from "../values/parameter-text.ts";
import { admitChange } from "./admit-change.ts";
import { changeAnswer, type ExecuteAnswer } from "./change-answer.ts";
import { openDryRun } from "./dry-run-seal.ts";
import type { ExecuteInput } from "./execute-input.ts";

/** Rows of RETURNING that are answered. */
const mostReturned = 1000;

/** SQLSTATE of what PostgreSQL does not do inside of a transaction: VACUUM, CREATE DATABASE, … CONCURRENTLY. */
const notInTransaction = "25001";

/** Runs a statement that may change the database. */
export async function execute(input: ExecuteInput, context: ToolContext<Databases>): Promise<ExecuteAnswer> {
  const { sql, params = [], dry_run_digest: digest } = input;
  const database = context.client.named(input.database);
  await admitChange(await parseStatement(sql), database, context);
  const main = { text: sql, values: parameterTexts(params) };
  const bounds = { rows: 0, bytes: context.page.bytesLeft, signal: context.signal };
  const place = { principal: context.principal, database: database.name };
  const expected = digest === undefined ? undefined : openDryRun(digest, input, place);
  try {
    const result =
      expected === undefined ? await database.change(main, bounds) : await changeAs(expected, database, main, bounds);
    return changeAnswer(result, mostReturned, context.page);
  } catch (error) {
    const { signal } = context;
    if ((error as { code?: string }).code !== notInTransaction) {
      const told = await statementFailure({ sql, given: params.length, database, signal }, error);
      throw unsure(told, error, signal);
    }
    return changeAnswer(await alone(database, main, sql, signal), mostReturned, context.page);
  }
}

/** A change that is kept only if it comes out as its dry run did. */
async function changeAs(
  expected: string,
  database: Database,
  main: BatchStep,
  { signal, ...bounds }: ReadBounds,
): Promise<BatchResult> {
  return database.transact("READ WRITE", signal, async (transaction) => {
    const result = await transaction.ask(main, bounds);
    if (result.command === expected) return { outcome: result, isKept: true };
    throw new ConnectorError(
      "conflict",
      `The dry run came out as ${expected}, and the real one as ${result.command}: it was taken back, and nothing is changed. ` +
        "What it works on is not what it was. Make the dry run anew to see what it would do now.",
    );
  });
}

async function alone(database: Database, main: BatchStep, sql: string, signal: AbortSignal): Promise<BatchResult> {
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
