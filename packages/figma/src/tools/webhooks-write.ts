import * as z from "zod";
import { defineChange } from "../changing/define-change.ts";
import { fields } from "./fields.ts";

/** Has Figma tell somebody of events. */
export const webhooksWrite = defineChange({
  name: "figma_webhooks_write",
  title: "Change webhooks",
  description:
    "Has Figma send events of a team, project or file to an https endpoint (create), changes a webhook (update: Figma wants the passcode anew; status PAUSED stops it) or removes it (delete). What is sent tells the endpoint's owner of files and their changes.",
  effect: {
    lowest: "write",
    highest: "destroy",
    of: ({ method }) => (method === "delete" ? "destroy" : "write"),
  },
  input: z.object({
    method: z.enum(["create", "update", "delete"]),
    webhook_id: fields.webhook.optional().describe("update, delete"),
    context: fields.context.optional().describe("create"),
    context_id: fields.contextId.optional().describe("create: a team's or project's id, or a file's key or address"),
    event_type: z
      .enum([
        "FILE_UPDATE",
        "FILE_VERSION_UPDATE",
        "FILE_DELETE",
        "LIBRARY_PUBLISH",
        "FILE_COMMENT",
        "DEV_MODE_STATUS_UPDATE",
      ])
      .optional(),
    endpoint: z
      .url({ protocol: /^https$/ })
      .max(2048)
      .optional(),
    passcode: z.string().min(1).max(100).optional().describe("Sent along, so that the endpoint knows it is Figma"),
    status: z.enum(["ACTIVE", "PAUSED"]).optional(),
    description: z.string().max(150).optional(),
  }),
  async change(input, client, api) {
    const { webhookChanges } = await import("../webhooks/webhook-changes.ts");
    return webhookChanges[input.method](input, client, api);
  },
});
