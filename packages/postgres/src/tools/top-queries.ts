import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Databases } from "../database/databases.ts";
import { fields } from "./fields.ts";

/** Which statements cost the server most. */
export const topQueries = defineTool({
  name: "pg_top_queries",
  title: "Top queries",
  description:
    "Ranks the statements that the server has run by what they cost, from pg_stat_statements, each with calls, times, rows and reads. " +
    "Constants are shown as $1. Look at one with pg_explain; pg_advise_indexes proposes indexes for all of them.",
  effect: "read",
  idempotent: true,
  input: z.object({
    by: z
      .enum(["total_time", "mean_time", "calls", "io", "rows"])
      .default("total_time")
      .describe("What is ranked; io: blocks read and written"),
    limit: z.int().min(1).max(200).default(10),
    database: fields.database,
  }),
  output: z.object({
    since: z.string().optional().describe("When counting began"),
    queries: z.array(
      z.object({
        query: z.string(),
        calls: z.number(),
        total_ms: z.number(),
        mean_ms: z.number(),
        max_ms: z.number(),
        rows: z.number(),
        blocks_read: z.number(),
        cache_hit_percent: z.number().optional(),
        temp_blocks: z.number().optional(),
        share_percent: z.number().describe("Of the time of all statements"),
      }),
    ),
    not_shown: z.number().optional(),
  }),
  async run(input, context: ToolContext<Databases>) {
    const { rankQueries } = await import("../watching/rank-queries.ts");
    return rankQueries(input, context);
  },
});
