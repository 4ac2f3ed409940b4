import { type CallContext, defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Databases } from "../database/databases.ts";
import { changeOutput } from "./change-output.ts";
import { fields } from "./fields.ts";

/** Runs one statement that changes data; `pg_query` is the tool that only reads. */
export const execute = defineTool({
  name: "pg_execute",
  title: "Execute",
  description:
    "Runs one SQL statement that changes the database, in a transaction of its own: all of it or nothing. INSERT, UPDATE and DELETE " +
    "with a WHERE on the row, MERGE without DELETE, CREATE TABLE, INDEX, VIEW and COMMENT only write; anything else (DROP, TRUNCATE, " +
    "ALTER, an UPDATE of all rows) counts as destroying and needs the grant for that. dry_run runs it, tells the rows touched with a " +
    "sample before and after, locks and triggers, and takes it back; the real run may name its digest. Never run: COPY, DO, SET, transactions, roles. Read with pg_query.",
  effect: {
    lowest: "write",
    highest: "destroy",
    async of({ sql }: { sql: string }) {
      const { effectOfText } = await import("../executing/effect-of-text.ts");
      return effectOfText(sql);
    },
  },
  input: z.object({
    sql: fields.sql,
    params: fields.params,
    dry_run_digest: z
      .string()
      .max(4096)
      .optional()
      .describe("digest of its dry run: kept only if it comes out the same"),
    database: fields.database,
  }),
  output: changeOutput,
  async plan(input, context: CallContext<Databases>) {
    const { planChange } = await import("../executing/plan-change.ts");
    return planChange(input, context);
  },
  async dryRun(input, context: ToolContext<Databases>) {
    const { dryRun } = await import("../executing/dry-run.ts");
    return dryRun(input, context);
  },
  async run(input, context: ToolContext<Databases>) {
    const { execute: run } = await import("../executing/execute.ts");
    return run(input, context);
  },
});
