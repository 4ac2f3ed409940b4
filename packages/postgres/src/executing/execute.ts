import { ConnectorError, type ToolContext } from "@drawbridge/core";
import type { BatchResult, BatchStep } from "../database/batch.ts";
import type { Database } from "../database/database.ts";
import type { Databases } from "../database/databases.ts";
import type { ReadBounds } from "../database/read-bounds.ts";
import { statementError } from "../database/statement-error.ts";
import { statementFailure } from "../errors/statement-failure.ts";
import { toldError } from "../errors/told-error.ts";
import { isChange } from "../masking/change-rows.ts";
import type { MaskedResult } from "../masking/mask-result.ts";
import { shownResult } from "../masking/shown-result.ts";
import { type ParsedStatement, parseStatement } from "../policy/parse-statement.ts";
import { parameterTexts } from "../values/parameter-text.ts";
import { admitChange } from "./admit-change.ts";
import { changeAnswer, type ExecuteAnswer } from "./change-answer.ts";
import { openDryRun } from "./dry-run-seal.ts";
import type { ExecuteInput } from "./execute-input.ts";

/** Rows of RETURNING that are answered. */
const mostReturned = 1000;

/** Statements beside changes of rows after which tables and views are what they were. */
const keepsDefinitions: ReadonlySet<string> = new Set(["SelectStmt", "ExplainStmt"]);

/** SQLSTATE of what PostgreSQL does not do inside of a transaction: VACUUM, CREATE DATABASE, … CONCURRENTLY. */
const notInTransaction = "25001";

/** Runs a statement that may change the database. */
export async function execute(input: ExecuteInput, context: ToolContext<Databases>): Promise<ExecuteAnswer> {
  const { sql, params = [], dry_run_digest: digest } = input;
  const database = context.client.named(input.database);
  const statement = await admitChange(await parseStatement(sql), database, context);
  const main = { text: sql, values: parameterTexts(params) };
  const bounds = { rows: 0, bytes: context.page.bytesLeft, signal: context.signal };
  const place = { principal: context.principal, database: database.name };
  const expected = digest === undefined ? undefined : openDryRun(digest, input, place);
  const { signal } = context;
  let result: BatchResult;
  try {
    result = await made(statement, database, () =>
      expected === undefined ? database.change(main, bounds) : changeAs(expected, database, main, bounds),
    );
  } catch (error) {
    if ((error as { code?: string }).code !== notInTransaction) {
      const told = await statementFailure({ sql, given: params.length, database, signal }, error);
      throw unsure(told, error, signal);
    }
    result = await made(statement, database, () => alone(database, main, sql, signal));
  }
  return changeAnswer(await shownChange(result, statement, database, signal), mostReturned, context.page);
}

/** Makes a change. What is not one of rows may have masked columns come from elsewhere than was found before. */
function made<T>({ kind }: ParsedStatement, { masks }: Database, change: () => Promise<T>): Promise<T> {
  return masks === undefined || keepsDefinitions.has(kind) || isChange(kind) ? change() : masks.during(change);
}

/** What may be shown of a change that is made already. */
async function shownChange(
  result: BatchResult,
  statement: ParsedStatement,
  database: Database,
  signal: AbortSignal,
): Promise<MaskedResult> {
  if (result.fields.length === 0) return { ...result, masked: [] };
  try {
    return await shownResult(result, statement, database, signal);
  } catch (error) {
    if (!ConnectorError.is(error)) throw error;
    const why = "What RETURNING gave is not shown, for it may hold what is masked: read it with pg_query.";
    throw new ConnectorError("conflict", `The change is made: ${result.command}. ${why}`, { cause: error });
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
    throw unsure(statementError(await toldError(error, database, signal), sql), error, signal);
  }
}

/** A connection that ends while a change is being kept leaves open whether it was. An error of the statement's does not. */
function unsure(told: unknown, thrown: unknown, { aborted }: AbortSignal): unknown {
  const isKnown = ConnectorError.is(thrown) || (thrown as { severity?: string }).severity === "ERROR";
  if (!ConnectorError.is(told) || (!aborted && (isKnown || told.code !== "unavailable"))) return told;
  return told.withMessage(`${told.message} Whether the change was made is not known: look before you make it again.`);
}
