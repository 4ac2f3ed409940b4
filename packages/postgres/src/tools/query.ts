import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Databases } from "../database/databases.ts";
import { fields } from "./fields.ts";

/** Runs one statement that can only read; `pg_execute` is the tool that changes data. */
export const query = defineTool({
  name: "pg_query",
  title: "Query",
  description:
    "Runs one SQL statement that only reads (SELECT, WITH, VALUES, TABLE, SHOW, EXPLAIN) and answers its rows. Pass values in params " +
    "for $1, $2 …, never by writing them into sql. Answers at most limit rows: where there are more, the answer says truncated and " +
    "nextCursor; sum and filter in SQL rather than fetching all. Each call stands alone: no session, no transaction, no temporary " +
    "tables. It changes nothing: pg_execute does.",
  effect: "read",
  idempotent: true,
  input: z.object({
    sql: fields.sql,
    params: fields.params,
    limit: z.int().min(1).max(10_000).default(100).describe("Most rows in one answer"),
    format: z
      .enum(["table", "json", "csv"])
      .default("table")
      .describe("table: columns between bars, NULL for null; json: columns and rows as arrays"),
    database: fields.database,
  }),
  pages: "rows",
  async run(input, context: ToolContext<Databases>) {
    const { answerQuery } = await import("../querying/answer-query.ts");
    return answerQuery(input, context);
  },
});
