import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Figma } from "../client/figma.ts";
import { fields } from "./fields.ts";

/** Whom Figma tells of events. */
export const webhooksRead = defineTool({
  name: "figma_webhooks_read",
  title: "Read webhooks",
  description:
    "Lists the webhooks of a team, project or file (list: context and context_id), shows one (get), or what was sent to its endpoint in the last week and how that answered (requests).",
  effect: "read",
  idempotent: true,
  input: z.object({
    method: z.enum(["list", "get", "requests"]),
    context: fields.context.optional().describe("list"),
    context_id: fields.contextId.optional().describe("list: a team's or project's id, or a file's key or address"),
    webhook_id: fields.webhook.optional().describe("get, requests"),
  }),
  output: z.object({
    webhooks: z
      .array(
        z.object({
          id: z.string(),
          event_type: z.string(),
          context: z.string(),
          context_id: z.string(),
          status: z.string(),
          endpoint: z.string(),
          description: z.string().optional(),
        }),
      )
      .optional(),
    requests: z
      .array(
        z.object({
          sent: z.string(),
          event_type: z.string().optional(),
          status: z.string().optional(),
          error: z.string().optional(),
        }),
      )
      .optional(),
  }),
  pages: "items",
  async run(input, context: ToolContext<Figma>) {
    const { readWebhooks } = await import("../webhooks/read-webhooks.ts");
    return readWebhooks[input.method](input, context);
  },
});
