import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Databases } from "../database/databases.ts";
import { fields } from "./fields.ts";

/** What goes on in the server at this moment. */
export const activity = defineTool({
  name: "pg_activity",
  title: "Activity",
  description:
    "Shows the sessions of the server at this moment: what each runs and for how long, what it waits for, who blocks whom, and how far " +
    "vacuums and index builds have come. Of others' statements only what this role may see is shown (pg_read_all_stats). " +
    "pg_cancel ends one by its pid.",
  effect: "read",
  input: z.object({
    min_duration_ms: z
      .int()
      .min(0)
      .max(2_147_483_647)
      .optional()
      .describe("Only sessions whose statement runs, or ran last, for longer"),
    include_idle: z.boolean().default(false),
    database: fields.database,
  }),
  output: z.object({
    sessions: z.array(
      z.object({
        pid: z.number(),
        user: z.string().optional(),
        database: z.string().optional(),
        application: z.string().optional(),
        client: z.string().optional(),
        state: z.string().optional(),
        wait: z.string().optional(),
        statement_ms: z.number().optional(),
        transaction_ms: z.number().optional(),
        query: z.string().optional(),
        blocked_by: z.array(z.number()).optional(),
      }),
    ),
    blocking: z
      .array(z.string())
      .optional()
      .describe("Who blocks whom, each line one that waits under the one it waits for"),
    progress: z.array(z.string()).optional().describe("Of vacuums, index builds and the like"),
    not_shown: z.number().optional().describe("Sessions that did not fit"),
  }),
  async run(input, context: ToolContext<Databases>) {
    const { serverActivity } = await import("../watching/server-activity.ts");
    return serverActivity(input, context);
  },
});
