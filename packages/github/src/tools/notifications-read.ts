import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Github } from "../api/github.ts";
import { fields } from "./fields.ts";

/** What somebody is told of. */
export const notificationsRead = defineTool({
  name: "github_notifications_read",
  title: "Read notifications",
  description:
    "Lists your notifications, the newest first: those that are unread unless all is true, of one repository with owner and repo. Read " +
    "what they are about with github_issue_read or github_pr_read.",
  effect: "read",
  idempotent: true,
  input: z.object({
    owner: fields.owner.optional(),
    repo: fields.repo.optional(),
    all: z.boolean().default(false).describe("Also those that were read"),
    participating: z.boolean().default(false).describe("Only where you take part or are mentioned"),
    since: fields.time.optional(),
    before: fields.time.optional(),
    limit: z.int().min(1).max(50).default(30).describe("Items in one answer"),
  }),
  output: z.object({
    items: z.array(
      z.object({
        thread_id: z.number(),
        repository: z.string(),
        type: z.string(),
        number: z.number().optional(),
        title: z.string(),
        reason: z.string(),
        unread: z.boolean(),
        updated_at: z.string(),
      }),
    ),
    outside_repos: z.number().optional().describe("Left out since their repositories may not be used here"),
  }),
  pages: "items",
  async run(input, context: ToolContext<Github>) {
    const { listNotifications } = await import("../notifications/list-notifications.ts");
    return listNotifications(input, context);
  },
});
