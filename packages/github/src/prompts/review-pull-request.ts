import { definePrompt } from "@drawbridge/core";
import * as z from "zod";
import { completeArgument } from "./complete-argument.ts";
import { dataExplained } from "./data-explained.ts";
import { fields } from "./fields.ts";
import { withPage } from "./with-page.ts";

/** Leads a model through a pull request to a review that a person can stand for. */
export const reviewPullRequest = definePrompt({
  name: "review_pull_request",
  title: "Review a pull request",
  description:
    "Brings the overview of a pull request and its changed files, and has the model read the difference and report what it finds.",
  like: "github_pr_read",
  input: z.object({
    owner: fields.owner,
    repo: fields.repo,
    pull_number: fields.pull_number,
    focus: z.string().max(1000).optional().describe("What matters most, such as: it touches the payment code"),
  }),
  complete: completeArgument,
  async write({ owner, repo, pull_number, focus }, context) {
    const { overview } = await import("../pulls/overview.ts");
    const { readPull } = await import("../pulls/read-pull.ts");
    const paged = withPage(context);
    const number = Number(pull_number);
    const seen = await overview({ owner, repo }, number, paged);
    const files = await readPull({ owner, repo, pull_number: number, method: "files" }, paged);
    const text = [
      `Review the pull request ${owner}/${repo}#${number}.${focus === undefined ? "" : ` What matters most to me: ${focus}`} Its overview ` +
        `and the map of its files follow. ${dataExplained}`,
      "",
      "1. From the overview: say in a sentence what it is meant to do, and whether something keeps it from being merged.",
      "2. Read the difference with github_pr_read, method diff, page by page; path for one file. What was said before is in its methods " +
        "comments and reviews: do not repeat it.",
      "3. Read what is around a change with github_read, ref being head_sha. Who calls it is found with github_search, kind code.",
      "4. Where a check fails, find out why with github_actions_read, method logs, by the job_id that the overview names.",
      "5. Tell me what you found by weight: faults first, each with file and line, why it is wrong, and what would be right. Then what is " +
        "missing, tests above all. Say what you did not look at.",
      "6. Write nothing before I agree. Then use github_review, with dry_run: true first. If you have no github_review, tell me that this " +
        "server may only read.",
    ].join("\n");
    return [{ text }, { content: seen }, { content: files }];
  },
});
