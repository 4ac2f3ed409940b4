import * as z from "zod";
import { defineChange } from "../changing/define-change.ts";
import { fields } from "./fields.ts";

/** Reviews of pull requests. */
export const review = defineChange({
  name: "github_review",
  title: "Review",
  description:
    "Reviews a pull request: create (comments on lines, body, and event to submit it at once; without event it stays pending), then " +
    "comment (review_id, comments: adds to it), submit (review_id, event) or discard; reply (comment_id, body), resolve and unresolve " +
    "(thread_id). Lines are those of the file after the change, in the difference that github_pr_read shows; side LEFT means before.",
  effect: "write",
  additive: true,
  input: z.object({
    method: z.enum(["create", "comment", "submit", "discard", "reply", "resolve", "unresolve"]),
    owner: fields.owner,
    repo: fields.repo,
    pull_number: fields.number,
    event: z.enum(["APPROVE", "REQUEST_CHANGES", "COMMENT"]).optional(),
    body: fields.body.optional(),
    comments: z
      .array(
        z.object({
          path: fields.path.min(1),
          line: fields.number.describe("The last line that is meant"),
          start_line: fields.number.optional().describe("The first, where several are"),
          side: z.enum(["LEFT", "RIGHT"]).optional(),
          body: fields.body,
        }),
      )
      .max(100)
      .optional(),
    commit_id: fields.sha.optional().describe("create: the head that was reviewed"),
    review_id: fields.id.optional().describe("From the answer of create"),
    comment_id: fields.id.optional(),
    thread_id: z.string().min(1).max(200).optional().describe("From the overview of github_pr_read"),
  }),
  async change(input, call) {
    const { reviewChanges } = await import("../reviews/review-changes.ts");
    return reviewChanges[input.method](input, call);
  },
});
