import { type CallContext, defineTool, type Effect, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Databases } from "../database/databases.ts";
import { fields } from "./fields.ts";

/** How a statement is run. */
export const explain = defineTool({
  name: "pg_explain",
  title: "Explain",
  description:
    "Shows how PostgreSQL would run a statement, with costs and what is conspicuous: sequential scans of large tables, wrong row " +
    "estimates, sorts on disk, nested loops; and whether the plan is worse than the last one of the same statement. analyze runs it and shows real times; a change is then taken back, and needs the grant of " +
    "the change. hypothetical_indexes shows the plan as if those indexes were there (with the extension hypopg). Give the bare statement, without EXPLAIN.",
  effect: {
    lowest: "read",
    highest: "destroy",
    async of({ sql, analyze }: { sql: string; analyze: boolean }): Promise<Effect> {
      if (!analyze) return "read";
      const { effectOfAnalysis } = await import("../explaining/effect-of-analysis.ts");
      return effectOfAnalysis(sql);
    },
  },
  input: z.object({
    sql: fields.sql,
    params: fields.params,
    analyze: z.boolean().default(false).describe("Run it, in a transaction that is rolled back"),
    hypothetical_indexes: z
      .array(
        z.object({
          table: fields.name,
          columns: z.array(fields.name).min(1).max(32),
          method: z.string().max(63).optional().describe("btree, gin, gist, brin, hash"),
        }),
      )
      .max(20)
      .optional(),
    format: z.enum(["text", "json"]).default("text"),
    database: fields.database,
  }),
  async plan(input, context: CallContext<Databases>) {
    const { planChange } = await import("../executing/plan-change.ts");
    const { summary, stateDigest } = await planChange(input, context);
    return { summary: `Runs it to see its plan, and takes it back.\n\n${summary}`, stateDigest };
  },
  async run(input, context: ToolContext<Databases>) {
    const { explain: run } = await import("../explaining/explain.ts");
    return run(input, context);
  },
});
