import { ConnectorError, type Content, type ToolContext } from "@drawbridge/core";
import type { BatchStep } from "../database/batch.ts";
import type { Database } from "../database/database.ts";
import type { Databases } from "../database/databases.ts";
import { statementError } from "../database/statement-error.ts";
import { assertMayRun } from "../executing/assert-may-run.ts";
import { nodesIn } from "../executing/nodes-in.ts";
import { type ParsedStatement, parseStatement } from "../policy/parse-statement.ts";
import { Refusal } from "../policy/refusal.ts";
import { type Parameter, parameterTexts } from "../values/parameter-text.ts";
import { findings } from "./findings.ts";
import { genericPlan } from "./generic-plan.ts";
import { type HypotheticalIndex, hypotheticalSteps } from "./hypothetical-steps.ts";
import type { ExplainedPlan } from "./plan-node.ts";
import { planText } from "./plan-text.ts";
import { readPlan } from "./read-plan.ts";

/** What `pg_explain` is asked. */
export interface ExplainInput {
  readonly sql: string;
  readonly params?: readonly Parameter[] | undefined;
  readonly analyze: boolean;
  readonly hypothetical_indexes?: readonly HypotheticalIndex[] | undefined;
  readonly format: "text" | "json";
  readonly database?: string | undefined;
}

const explainable: ReadonlySet<string> = new Set([
  "SelectStmt",
  "InsertStmt",
  "UpdateStmt",
  "DeleteStmt",
  "MergeStmt",
  "CreateTableAsStmt",
]);

const changing: ReadonlySet<string> = new Set([
  "InsertStmt",
  "UpdateStmt",
  "DeleteStmt",
  "MergeStmt",
  "CreateTableAsStmt",
]);

const mostPlanBytes = 8 * 1024 * 1024;

/** How PostgreSQL would run a statement, or ran it, with what is conspicuous about that. */
export async function explain(input: ExplainInput, { client, signal }: ToolContext<Databases>): Promise<Content> {
  const { sql, params = [], analyze, hypothetical_indexes: hypothetical = [] } = input;
  const database = client.named(input.database);
  const statement = await admitted(sql, database, signal);
  if (analyze && hypothetical.length > 0) {
    throw new ConnectorError("invalid_input", "A hypothetical index cannot be run through: leave analyze out.");
  }
  const options = ["FORMAT JSON", ...(analyze ? ["ANALYZE", "BUFFERS"] : [])].join(", ");
  const main = { text: `EXPLAIN (${options}) ${sql}`, values: parameterTexts(params) };
  try {
    const missing = params.length === 0 && !analyze ? parameterCount(statement) : 0;
    const plan =
      missing > 0
        ? await genericPlan(database, { sql, parameters: missing, hypothetical, signal })
        : await run(database, main, { statement, analyze, hypothetical, signal });
    const told = findings(plan);
    const shown = input.format === "json" ? JSON.stringify(plan, undefined, 1) : planText(plan);
    const found =
      told.length === 0 ? "Nothing conspicuous was found." : told.map((finding) => `- ${finding}`).join("\n");
    return {
      facts: {
        total_cost: plan.Plan["Total Cost"],
        ...(plan["Execution Time"] === undefined ? {} : { execution_ms: plan["Execution Time"] }),
        findings: told.length,
      },
      parts: [{ text: `${shown}\n` }, { text: `${found}\n` }],
    };
  } catch (error) {
    throw statementError(error, sql);
  }
}

/** A statement that is run has to be one that may be; one that is only planned changes nothing. */
async function admitted(sql: string, database: Database, signal: AbortSignal): Promise<ParsedStatement> {
  const statement = await parseStatement(sql);
  if (statement.kind === "ExplainStmt") {
    throw new Refusal(
      "pg_explain takes the bare statement: leave EXPLAIN and its options out, and say analyze: true for ANALYZE",
    );
  }
  assertMayRun(statement);
  if (!explainable.has(statement.kind)) throw new Refusal("PostgreSQL has no plan for such a statement");
  const changes = [...nodesIn({ [statement.kind]: statement.node })].some(([kind]) => changing.has(kind));
  return changes ? statement : database.policy.admit(sql, signal);
}

function parameterCount({ node }: ParsedStatement): number {
  const numbers = [...nodesIn(node)].map(([kind, { number }]) => (kind === "ParamRef" ? Number(number) : 0));
  return Math.max(0, ...numbers);
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
  const writes = analyze && [...nodesIn({ [statement.kind]: statement.node })].some(([kind]) => changing.has(kind));
  const { rows } = writes
    ? await database.transact("READ WRITE", signal, async (transaction) => ({
        outcome: await transaction.ask(main, bounds),
        isKept: false,
      }))
    : await database.read(main, { ...bounds, signal }, before);
  return readPlan(rows);
}
