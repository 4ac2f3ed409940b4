import { ConnectorError, type Content, type ToolContext } from "@drawbridge/core";
import type { BatchStep } from "../database/batch.ts";
import type { Database } from "../database/database.ts";
import type { Databases } from "../database/databases.ts";
import { statementFailure } from "../errors/statement-failure.ts";
import { admitChange } from "../executing/admit-change.ts";
import type { ParsedStatement } from "../policy/parse-statement.ts";
import { type Parameter, parameterTexts } from "../values/parameter-text.ts";
import { admitExplainable } from "./admit-explainable.ts";
import { changesRows } from "./changes-rows.ts";
import { findings } from "./findings.ts";
import { type HypotheticalIndex, hypotheticalSteps } from "./hypothetical-steps.ts";
import { parameterCount } from "./parameter-count.ts";
import { planIn } from "./plan-in.ts";
import type { ExplainedPlan } from "./plan-node.ts";
import { planText } from "./plan-text.ts";
import { planWithin } from "./plan-within.ts";
import { readPlan } from "./read-plan.ts";
import { sinceLast } from "./since-last.ts";

/** What `pg_explain` is asked. */
export interface ExplainInput {
  readonly sql: string;
  readonly params?: readonly Parameter[] | undefined;
  readonly analyze: boolean;
  readonly hypothetical_indexes?: readonly HypotheticalIndex[] | undefined;
  readonly format: "text" | "json";
  readonly database?: string | undefined;
}

const mostPlanBytes = 8 * 1024 * 1024;

/** How PostgreSQL would run a statement, or ran it, with what is conspicuous about that. */
export async function explain(input: ExplainInput, context: ToolContext<Databases>): Promise<Content> {
  const { client, signal } = context;
  const { sql, params = [], analyze, hypothetical_indexes: hypothetical = [] } = input;
  const database = client.named(input.database);
  const statement = await admitExplainable(sql, database, signal);
  if (analyze && changesRows(statement)) await admitChange(statement, database, context);
  if (analyze && hypothetical.length > 0) {
    throw new ConnectorError("invalid_input", "A hypothetical index cannot be run through: leave analyze out.");
  }
  const options = ["FORMAT JSON", ...(database.schemas === undefined ? [] : ["VERBOSE"])];
  const measured = analyze ? ["ANALYZE", "BUFFERS"] : [];
  const main = {
    text: `EXPLAIN (${[...options, ...measured].join(", ")}) ${statement.text}`,
    values: parameterTexts(params),
  };
  try {
    const missing = params.length === 0 && !analyze ? parameterCount(statement) : 0;
    const whole =
      missing > 0
        ? await genericPlan(database, { sql: statement.text, parameters: missing, options, hypothetical, signal })
        : await run(database, main, { statement, analyze, hypothetical, signal });
    const plan = await planWithin(whole, database, signal);
    const told = findings(plan);
    const { principal } = context;
    // What is not there has no plan to remember.
    const change =
      hypothetical.length > 0
        ? undefined
        : await sinceLast(plan, database, { sql, params, isGeneric: missing > 0, principal });
    const shown = input.format === "json" ? JSON.stringify(plan, undefined, 1) : planText(plan);
    const found =
      told.length === 0 ? "Nothing conspicuous was found." : told.map((finding) => `- ${finding}`).join("\n");
    return {
      facts: {
        total_cost: plan.Plan["Total Cost"],
        ...(plan["Execution Time"] === undefined ? {} : { execution_ms: plan["Execution Time"] }),
        findings: told.length,
        ...(change === undefined ? {} : { since_last: change.verdict }),
      },
      parts: [
        { text: `${shown}\n` },
        { text: `${found}\n` },
        ...(change === undefined ? [] : [{ text: `${change.text}\n` }]),
      ],
    };
  } catch (error) {
    const admitted = changesRows(statement) ? undefined : statement;
    throw await statementFailure({ sql, given: params.length, database, signal }, error, admitted);
  }
}

interface Generic {
  readonly sql: string;
  readonly parameters: number;
  readonly options: readonly string[];
  readonly hypothetical: readonly HypotheticalIndex[];
  readonly signal: AbortSignal;
}

/** The plan for any values, where none are given. */
async function genericPlan(database: Database, { hypothetical, signal, ...asked }: Generic): Promise<ExplainedPlan> {
  const before = hypothetical.length === 0 ? [] : await hypotheticalSteps(database, hypothetical, signal);
  return database.transact("READ ONLY", signal, async (transaction) => {
    for (const step of before) await transaction.ask(step);
    return { outcome: await planIn(transaction, asked), isKept: false };
  });
}

async function run(
  database: Database,
  main: BatchStep,
  {
    statement,
    analyze,
    hypothetical,
    signal,
  }: {
    readonly statement: ParsedStatement;
    readonly analyze: boolean;
    readonly hypothetical: readonly HypotheticalIndex[];
    readonly signal: AbortSignal;
  },
): Promise<ExplainedPlan> {
  const bounds = { rows: 1, bytes: mostPlanBytes };
  const before = hypothetical.length === 0 ? [] : await hypotheticalSteps(database, hypothetical, signal);
  const writes = analyze && changesRows(statement);
  const { rows } = writes
    ? await database.transact("READ WRITE", signal, async (transaction) => ({
        outcome: await transaction.ask(main, bounds),
        isKept: false,
      }))
    : await database.read(main, { ...bounds, signal }, before);
  return readPlan(rows);
}
