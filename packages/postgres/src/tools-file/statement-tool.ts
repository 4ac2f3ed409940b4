import { type CallContext, defineTool, type Tool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Databases } from "../database/databases.ts";
import { dryRun } from "../executing/dry-run.ts";
import { execute } from "../executing/execute.ts";
import type { ExecuteInput } from "../executing/execute-input.ts";
import { planChange } from "../executing/plan-change.ts";
import { answerQuery } from "../querying/answer-query.ts";
import { changeOutput } from "../tools/change-output.ts";
import { fields } from "../tools/fields.ts";
import type { Parameter } from "../values/parameter-text.ts";
import type { FileStatement } from "./file-statement.ts";

type Given = Readonly<Record<string, unknown>>;

/** The tool that a statement of a file becomes: one like `pg_query` where it reads, one like `pg_execute` where it changes. */
export function statementTool(statement: FileStatement): Tool<Databases> {
  return statement.effect === "read" ? readingTool(statement) : changingTool(statement, statement.effect);
}

function readingTool(statement: FileStatement): Tool<Databases> {
  const { sql, limit, database } = statement;
  return defineTool({
    ...shown(statement),
    effect: "read",
    idempotent: true,
    input: z.object(statement.input),
    pages: "rows",
    run: (given: Given, context: ToolContext<Databases>) =>
      answerQuery({ sql, params: paramsOf(statement, given), limit, format: "table", database }, context),
  });
}

function changingTool(statement: FileStatement, effect: "write" | "destroy"): Tool<Databases> {
  const inputOf = (given: Given): ExecuteInput => ({
    sql: statement.sql,
    params: paramsOf(statement, given),
    database: statement.database,
    dry_run_digest: given.dry_run_digest as string | undefined,
  });
  return defineTool({
    ...shown(statement),
    effect,
    input: z.object({ ...statement.input, dry_run_digest: fields.dryRunDigest }),
    output: changeOutput,
    plan: (given: Given, context: CallContext<Databases>) => planChange(inputOf(given), context),
    dryRun: (given: Given, context: ToolContext<Databases>) => dryRun(inputOf(given), context),
    run: (given: Given, context: ToolContext<Databases>) => execute(inputOf(given), context),
  });
}

function shown({ name, description }: FileStatement) {
  const words = name.replaceAll("_", " ");
  return { name, title: `${words[0]?.toUpperCase()}${words.slice(1)}`, description };
}

/** What is not given is NULL. */
function paramsOf({ bound }: FileStatement, given: Given): Parameter[] {
  const values = new Map(Object.entries(given));
  return bound.map(({ name, type }) => {
    const value = values.get(name);
    if (value === undefined) return null;
    if (type === "jsonb") return JSON.stringify(value);
    if (type === "jsonb[]") return (value as unknown[]).map((one) => JSON.stringify(one));
    return value as Parameter;
  });
}
