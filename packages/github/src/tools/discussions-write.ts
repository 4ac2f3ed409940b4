import * as z from "zod";
import { defineChange } from "../changing/define-change.ts";
import { fields } from "./fields.ts";

/** Changes to discussions. */
export const discussionsWrite = defineChange({
  name: "github_discussions_write",
  title: "Change discussion",
  description:
    "Begins a discussion (create: category, title, body), changes one (update: title, body), comments on it (comment: body; comment_id to " +
    "reply to a comment), marks a comment as its answer (answer, unanswer: comment_id), closes (close) or reopens it.",
  effect: "write",
  input: z.object({
    method: z.enum(["create", "update", "comment", "answer", "unanswer", "close", "reopen"]),
    owner: fields.owner,
    repo: fields.repo,
    discussion_number: fields.number.optional().describe("All but create"),
    category: z.string().min(1).max(100).optional().describe("create: its slug or name"),
    title: z.string().min(1).max(256).optional(),
    body: fields.body.optional(),
    comment_id: z.string().min(1).max(200).optional().describe("As github_discussions_read tells it"),
    reason: z.enum(["resolved", "outdated", "duplicate"]).optional().describe("close"),
  }),
  async change(input, call) {
    const { discussionChanges } = await import("../discussions/discussion-changes.ts");
    return discussionChanges[input.method](input, call);
  },
});
