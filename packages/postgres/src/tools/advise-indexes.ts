import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Databases } from "../database/databases.ts";
import { fields } from "./fields.ts";

/** Which indexes are missing. */
export const adviseIndexes = defineTool({
  name: "pg_advise_indexes",
  title: "Advise on indexes",
  description:
    "Proposes indexes for the given queries, or for those that cost the server most (pg_stat_statements): from what they compare, join and " +
    "sort by, without what is there already. Where the extension hypopg is installed each is costed by PostgreSQL itself, the most gain per " +
    "byte first; else it says that it could not. It makes none: pg_execute does. Check one with pg_explain and hypothetical_indexes.",
  effect: "read",
  idempotent: true,
  limits: { atOnce: 2 },
  input: z.object({
    queries: z.array(fields.sql).min(1).max(50).optional().describe("Without it the workload"),
    max_size_mb: z.number().positive().optional().describe("Of all of them together"),
    database: fields.database,
  }),
  output: z.object({
    costed_with_hypopg: z.boolean(),
    recommendations: z.array(
      z.object({
        create: z.string(),
        size_mb: z.number().optional(),
        cost_before: z.number().optional(),
        cost_after: z.number().optional(),
        gain_percent: z.number().optional(),
        serves: z.array(z.string()),
      }),
    ),
    not_advised: z.array(z.object({ query: z.string(), reason: z.string() })),
    notes: z.array(z.string()),
  }),
  async run(input, context: ToolContext<Databases>) {
    const { adviseIndexes: advise } = await import("../advising/advise-indexes.ts");
    return advise(input, context);
  },
});
