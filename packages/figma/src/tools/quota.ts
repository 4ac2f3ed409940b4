import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Figma } from "../client/figma.ts";

/** What is left of the token's requests. */
export const quota = defineTool({
  name: "figma_quota",
  title: "Quota",
  description:
    "Tells how many requests of each of Figma's three tiers were made with the token, which limits are reached and until when, what is left where Figma has told the plan and the seat, and what each tool costs. Asks Figma nothing.",
  effect: "read",
  idempotent: true,
  input: z.object({}),
  output: z.object({
    has_token: z.boolean(),
    plan: z.string().optional().describe("Of the file that Figma refused last"),
    seat: z.string().optional(),
    tiers: z.array(
      z.object({
        tier: z.int(),
        covers: z.string(),
        last_minute: z.int(),
        last_30_days: z.int(),
        limit: z.string().optional(),
        left: z.int().optional(),
      }),
    ),
    reached: z.array(
      z.object({
        tier: z.int(),
        until: z.string(),
        seconds: z.int(),
        plan: z.string().optional(),
        seat: z.string().optional(),
      }),
    ),
    costs: z.array(z.object({ tools: z.string(), requests: z.string() })),
    note: z.string(),
  }),
  async run(_input, { client }: ToolContext<Figma>) {
    const { reportQuota } = await import("../quota/report-quota.ts");
    return reportQuota(client.transport);
  },
});
