import * as z from "zod";
import { defineChange } from "../changing/define-change.ts";
import { fields } from "./fields.ts";

const methods = [
  ...(["create", "update", "comment", "edit_comment", "delete_comment"] as const),
  ...(["labels", "assignees", "lock", "sub_issues", "dependencies"] as const),
] as const;

/** Changes to issues and their comments; those of pull requests are GitHub's issues too. */
export const issueWrite = defineChange({
  name: "github_issue_write",
  title: "Change issue",
  description:
    "Changes one issue, or the comments below an issue or pull request: create (title), update (title, body, state, labels, " +
    "assignees, milestone: those given replace what was there), comment (body), edit_comment and delete_comment (comment_id), labels, " +
    "assignees, lock, sub_issues and dependencies (operation). Reviews of code are written with github_review. " +
    "dry_run tells what would change.",
  effect: {
    lowest: "write",
    highest: "destroy",
    of: ({ method }) => (method === "delete_comment" ? "destroy" : "write"),
  },
  input: z.object({
    method: z.enum(methods),
    owner: fields.owner,
    repo: fields.repo,
    issue_number: fields.number.optional(),
    comment_id: fields.id.optional(),
    title: z.string().min(1).max(256).optional(),
    body: fields.body.optional(),
    state: z.enum(["open", "closed"]).optional(),
    state_reason: z.enum(["completed", "not_planned", "duplicate", "reopened"]).optional(),
    labels: z.array(z.string().min(1).max(100)).max(100).optional(),
    assignees: z.array(z.string().min(1).max(100)).max(10).optional().describe("Logins"),
    milestone: fields.number.nullable().optional().describe("Its number; null takes it away"),
    operation: z.enum(["add", "remove", "set"]).optional().describe("add without it; set: labels, assignees"),
    lock_reason: z.enum(["off-topic", "too heated", "resolved", "spam"]).optional(),
    related_issue: z
      .string()
      .refine((value) => /^([\w.-]{1,100}\/[\w.-]{1,100})?#?\d{1,9}$/.test(value), "is no issue, as 12 or acme/site#12")
      .optional()
      .describe("sub_issues (a part of it), dependencies (what it waits for): as 12 or acme/site#12"),
    type: z.string().min(1).max(100).optional().describe("As the organisation names them: Bug, Feature …"),
  }),
  async change(input, call) {
    const { issueChanges } = await import("../issues/issue-changes.ts");
    return issueChanges[input.method](input, call);
  },
});
