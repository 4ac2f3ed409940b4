import * as z from "zod";
import { defineChange } from "../changing/define-change.ts";
import { fields } from "./fields.ts";

const names = z.array(z.string().min(1).max(100)).max(50);

/** Opening, changing and merging of pull requests. */
export const prWrite = defineChange({
  name: "github_pr_write",
  title: "Change pull request",
  description:
    "Opens (create: title, head, base), changes (update), merges (merge) a pull request, asks for reviews (request_reviewers), brings its " +
    "branch up to its base (update_branch), or has it merged once its checks pass (auto_merge). Give expected_head, the head you " +
    "looked at, when you merge. Reviews and comments on lines are written with github_review, comments below it with " +
    "github_issue_write. dry_run tells what would change.",
  effect: {
    lowest: "write",
    highest: "destroy",
    // What is merged is published, and taken back only by another change.
    of: ({ method }) => (method === "merge" || method === "auto_merge" ? "destroy" : "write"),
  },
  input: z.object({
    method: z.enum(["create", "update", "merge", "request_reviewers", "update_branch", "auto_merge"]),
    owner: fields.owner,
    repo: fields.repo,
    pull_number: fields.number.optional().describe("All but create"),
    title: z.string().min(1).max(256).optional(),
    body: fields.body.optional(),
    head: z.string().min(1).max(355).optional().describe("create: the branch with the changes, owner:branch of a fork"),
    base: fields.branch.optional().describe("create, update: the branch to merge into"),
    draft: z.boolean().optional().describe("create; update: given alone"),
    state: z.enum(["open", "closed"]).optional().describe("update"),
    maintainer_can_modify: z.boolean().optional(),
    merge_method: z.enum(["merge", "squash", "rebase"]).optional(),
    commit_title: z.string().max(256).optional().describe("merge"),
    commit_message: z.string().max(65_536).optional().describe("merge"),
    expected_head: fields.sha.optional().describe("merge, update_branch: nothing is done if the head is another"),
    reviewers: names.optional().describe("request_reviewers: logins"),
    team_reviewers: names.optional().describe("request_reviewers: slugs of teams"),
    operation: z.enum(["add", "remove"]).optional().describe("request_reviewers, auto_merge; add without it"),
  }),
  async change(input, call) {
    const { pullChanges } = await import("../pulls/pull-changes.ts");
    return pullChanges[input.method](input, call);
  },
});
