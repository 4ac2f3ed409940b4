import { ConnectorError, type ToolContext } from "@drawbridge/core";
import type { BatchResult, BatchStep } from "../database/batch.ts";
import type { Database } from "../database/database.ts";
import type { Databases } from "../database/databases.ts";
import type { Transaction } from "../database/transaction.ts";
import { statementFailure } from "../errors/statement-failure.ts";
import { shownResult } from "../masking/shown-result.ts";
import { type ParsedStatement, parseStatement } from "../policy/parse-statement.ts";
import { servedNames } from "../schemas/served-names.ts";
import { parameterTexts } from "../values/parameter-text.ts";
import { toValue, type Value } from "../values/to-value.ts";
import { admitChange } from "./admit-change.ts";
import { sealDryRun } from "./dry-run-seal.ts";
import { type AdmittedStep, type DryRunSteps, dryRunSteps } from "./dry-run-steps.ts";
import type { ExecuteInput } from "./execute-input.ts";

/** Rows of each sample. */
const mostShown = 5;

/** Rows with the names of their columns. */
export interface Sample {
  readonly columns: string[];
  readonly rows: Value[][];
}

/** What a change would do, found out by doing it and taking it back. */
export interface DryRun {
  readonly command: string;
  readonly rows_affected?: number;
  /** Some of the rows as they are now, where it changes rows that are there. */
  readonly before?: Sample;
  /** Some of the rows as it would leave them, or as it would give them to RETURNING. */
  readonly after?: Sample;
  /** `RowExclusiveLock on shop.orders`: what others would wait for. */
  readonly locks: string[];
  /** `items_take_from_stock on items: 3 times`. */
  readonly triggers: string[];
  /** Names it for the real run, as `dry_run_digest`. */
  readonly digest: string;
  /** Which columns of the samples are masked, each with how. */
  readonly masked?: string[];
}

const changesRows: ReadonlySet<string> = new Set(["InsertStmt", "UpdateStmt", "DeleteStmt"]);

const lockQuery = `
SELECT pg_catalog.format('%s on %s', l.mode, l.relation::pg_catalog.regclass)
FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_class c ON c.oid = l.relation JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE l.pid = pg_catalog.pg_backend_pid() AND l.granted AND l.relation >= 16384 AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
  AND l.mode <> 'AccessShareLock' AND ($1::text[] IS NULL OR n.nspname = ANY ($1)) ORDER BY 1 LIMIT 50`;

/** Runs a change in a transaction that is rolled back, and tells what it did. Throws what the real run would throw. */
export async function dryRun(input: ExecuteInput, context: ToolContext<Databases>): Promise<DryRun> {
  const { sql, params = [] } = input;
  const database = context.client.named(input.database);
  const { signal } = context;
  const statement = await admitChange(await parseStatement(sql), database, context);
  const main = { text: statement.text, values: parameterTexts(params), statement };
  const steps = await dryRunSteps(main, mostShown, database, signal);
  try {
    const seen = await database.transact("READ WRITE", signal, async (transaction) => ({
      outcome: await look(transaction, steps, database, signal),
      isKept: false,
    }));
    const place = { principal: context.principal, database: database.name };
    return { ...seen, digest: sealDryRun(seen.command, input, place) };
  } catch (error) {
    if ((error as { code?: string }).code === "25001") {
      throw new ConnectorError(
        "refused",
        "PostgreSQL does not take this back once it is done, so there is no dry run of it.",
      );
    }
    const told = await statementFailure({ sql, given: params.length, database, signal }, error);
    throw ConnectorError.is(told) ? told.withMessage(`${told.message}\nThe dry run changed nothing.`) : told;
  }
}

async function look(
  transaction: Transaction,
  steps: DryRunSteps,
  database: Database,
  signal: AbortSignal,
): Promise<Omit<DryRun, "digest">> {
  const { sample, plain } = steps;
  const seen = sample === undefined ? undefined : await rowsIfAny(transaction, sample);
  const before = sample && seen && (await shownResult(seen, sample.statement, database, signal));
  const { run, triggers } = await traced(transaction, steps);
  const given = await transaction.ask(run, { rows: 0, bytes: 64 * 1024 });
  const result = await shownResult(given, run.statement, database, signal);
  // What is checked at the end of a transaction is checked now.
  const { rows: locks } = await transaction.ask({ text: lockQuery, values: [servedNames(database)] }, undefined, [
    { text: "SET CONSTRAINTS ALL IMMEDIATE" },
  ]);
  const masked = [...new Set([...(before?.masked ?? []), ...result.masked])];
  const affected = / (\d+)$/.exec(result.command)?.[1];
  return {
    command: result.command,
    ...(affected === undefined ? {} : { rows_affected: Number(affected) }),
    ...(before === undefined ? {} : { before: sampleOf(before) }),
    ...(isLeft(plain.statement) && result.fields.length > 0 ? { after: sampleOf(result) } : {}),
    locks: locks.map(([lock]) => lock ?? ""),
    triggers,
    ...(masked.length > 0 ? { masked } : {}),
  };
}

/** Which triggers a statement fires, found out under EXPLAIN; and the form of it that also shows its rows, if it may. */
async function traced(
  transaction: Transaction,
  { plain, withRows }: DryRunSteps,
): Promise<{ readonly run: AdmittedStep; readonly triggers: string[] }> {
  if (!changesRows.has(plain.statement.kind)) return { run: plain, triggers: [] };
  try {
    return { run: withRows, triggers: await triggersOf(transaction, withRows) };
  } catch (error) {
    // Who may write need not be allowed to read.
    if (withRows === plain || (error as { code?: string }).code !== "42501") throw error;
    await transaction.ask({ text: "ROLLBACK TO SAVEPOINT drawbridge_trace" });
    return { run: plain, triggers: await triggersOf(transaction, plain) };
  }
}

async function triggersOf(transaction: Transaction, main: BatchStep): Promise<string[]> {
  const explain = { ...main, text: `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${main.text}` };
  const { rows } = await transaction.ask(explain, undefined, [{ text: "SAVEPOINT drawbridge_trace" }]);
  await transaction.ask({ text: "ROLLBACK TO SAVEPOINT drawbridge_trace" });
  const [plan] = JSON.parse(rows[0]?.[0] ?? "[]") as {
    Triggers: { "Trigger Name": string; Relation: string; Calls: number }[];
  }[];
  return (plan?.Triggers ?? []).map(
    (one) => `${one["Trigger Name"]} on ${one.Relation}: ${one.Calls} ${one.Calls === 1 ? "time" : "times"}`,
  );
}

/** Whether what RETURNING gives is there afterwards. */
function isLeft({ kind, node }: ParsedStatement): boolean {
  return kind !== "DeleteStmt" || node.returningList !== undefined || node.returningClause !== undefined;
}

/** What cannot be shown is not worth failing for: the statement itself tells what is wrong with it. */
async function rowsIfAny(transaction: Transaction, step: BatchStep): Promise<BatchResult | undefined> {
  try {
    return await transaction.ask(step, { rows: 0, bytes: 64 * 1024 }, [{ text: "SAVEPOINT drawbridge_sample" }]);
  } catch (error) {
    if ((error as { severity?: string }).severity !== "ERROR") throw error;
    await transaction.ask({ text: "ROLLBACK TO SAVEPOINT drawbridge_sample" });
    return undefined;
  }
}

function sampleOf({ fields, rows }: BatchResult): Sample {
  return {
    columns: fields.map(({ name }) => name),
    rows: rows
      .slice(0, mostShown)
      .map((row) => row.map((value, index) => toValue(value, fields[index]?.dataTypeID ?? 0))),
  };
}
