import { ConnectorError, type ToolContext } from "@drawbridge/core";
import type { BatchResult, BatchStep } from "../database/batch.ts";
import type { Databases } from "../database/databases.ts";
import type { Transaction } from "../database/transaction.ts";
import { statementFailure } from "../errors/statement-failure.ts";
import { type ParsedStatement, parseStatement } from "../policy/parse-statement.ts";
import { parameterTexts } from "../values/parameter-text.ts";
import { toValue, type Value } from "../values/to-value.ts";
import { admitChange } from "./admit-change.ts";
import { sealDryRun } from "./dry-run-seal.ts";
import type { ExecuteInput } from "./execute-input.ts";
import { rowsBefore } from "./rows-before.ts";

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
}

const changesRows: ReadonlySet<string> = new Set(["InsertStmt", "UpdateStmt", "DeleteStmt"]);

const lockQuery = `
SELECT pg_catalog.format('%s on %s', l.mode, l.relation::pg_catalog.regclass)
FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_class c ON c.oid = l.relation
WHERE l.pid = pg_catalog.pg_backend_pid() AND l.granted AND l.relation >= 16384 AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
  AND l.mode <> 'AccessShareLock' ORDER BY 1 LIMIT 50`;

/** Runs a change in a transaction that is rolled back, and tells what it did. Throws what the real run would throw. */
export async function dryRun(input: ExecuteInput, context: ToolContext<Databases>): Promise<DryRun> {
  const { sql, params = [] } = input;
  const database = context.client.named(input.database);
  const statement = await parseStatement(sql);
  await admitChange(statement, database, context);
  const main = { text: sql, values: parameterTexts(params) };
  try {
    const seen = await database.transact("READ WRITE", context.signal, async (transaction) => ({
      outcome: await look(transaction, main, statement),
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
    const told = await statementFailure({ sql, given: params.length, database, signal: context.signal }, error);
    throw ConnectorError.is(told) ? told.withMessage(`${told.message}\nThe dry run changed nothing.`) : told;
  }
}

async function look(
  transaction: Transaction,
  main: BatchStep,
  statement: ParsedStatement,
): Promise<Omit<DryRun, "digest">> {
  const seen = await rowsBefore(statement, mostShown);
  const before = seen === undefined ? undefined : await sampleIfAny(transaction, { ...main, text: seen });
  const { run, triggers } = await traced(transaction, main, statement);
  const result = await transaction.ask(run, { rows: 0, bytes: 64 * 1024 });
  // What is checked at the end of a transaction is checked now.
  const { rows: locks } = await transaction.ask({ text: lockQuery }, undefined, [
    { text: "SET CONSTRAINTS ALL IMMEDIATE" },
  ]);
  const affected = / (\d+)$/.exec(result.command)?.[1];
  return {
    command: result.command,
    ...(affected === undefined ? {} : { rows_affected: Number(affected) }),
    ...(before === undefined ? {} : { before }),
    ...(isLeft(statement) && result.fields.length > 0 ? { after: sampleOf(result) } : {}),
    locks: locks.map(([lock]) => lock ?? ""),
    triggers,
  };
}

/** Which triggers a statement fires, found out under EXPLAIN; and the form of it that also shows its rows, if it may. */
async function traced(
  transaction: Transaction,
  main: BatchStep,
  statement: ParsedStatement,
): Promise<{ readonly run: BatchStep; readonly triggers: string[] }> {
  if (!changesRows.has(statement.kind)) return { run: main, triggers: [] };
  const shown = withReturning(main, statement);
  try {
    return { run: shown, triggers: await triggersOf(transaction, shown) };
  } catch (error) {
    // Who may write need not be allowed to read.
    if (shown === main || (error as { code?: string }).code !== "42501") throw error;
    await transaction.ask({ text: "ROLLBACK TO SAVEPOINT drawbridge_trace" });
    return { run: main, triggers: await triggersOf(transaction, main) };
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

/** The statement with RETURNING *, which it has at its end if at all. */
function withReturning(main: BatchStep, { kind, node }: ParsedStatement): BatchStep {
  if (!changesRows.has(kind) || node.returningList !== undefined || node.returningClause !== undefined) return main;
  // A line of its own: the statement may end in a comment.
  return { ...main, text: `${main.text.replace(/;\s*$/, "")}\nRETURNING *` };
}

/** Whether what RETURNING gives is there afterwards. */
function isLeft({ kind, node }: ParsedStatement): boolean {
  return kind !== "DeleteStmt" || node.returningList !== undefined || node.returningClause !== undefined;
}

/** What cannot be shown is not worth failing for: the statement itself tells what is wrong with it. */
async function sampleIfAny(transaction: Transaction, step: BatchStep): Promise<Sample | undefined> {
  try {
    const result = await transaction.ask(step, { rows: 0, bytes: 64 * 1024 }, [
      { text: "SAVEPOINT drawbridge_sample" },
    ]);
    return sampleOf(result);
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
