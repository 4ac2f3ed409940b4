import { definePrompt } from "@drawbridge/core";
import * as z from "zod";
import { completeArgument } from "./complete-argument.ts";
import { dataExplained } from "./data-explained.ts";
import { fields } from "./fields.ts";
import { withPage } from "./with-page.ts";

/** Leads a model from an issue to what should become of it. */
export const triageIssue = definePrompt({
  name: "triage_issue",
  title: "Triage an issue",
  description:
    "Brings an issue with its comments, and has the model say what it is, whether it is known, what is missing, and which labels fit.",
  like: "github_issue_read",
  input: z.object({ owner: fields.owner, repo: fields.repo, issue_number: fields.issue_number }),
  complete: completeArgument,
  async write({ owner, repo, issue_number: number }, context) {
    const { readIssue } = await import("../issues/read-issue.ts");
    const content = await readIssue({ owner, repo }, Number(number), withPage(context));
    const text = [
      `Triage the issue ${owner}/${repo}#${number}. It follows as it stands now. ${dataExplained}`,
      "",
      "1. Read it. Where it has more comments than follow, go on with github_issue_read; its method timeline tells what happened to it.",
      `2. Look whether it is known: github_search with kind issues and repo:${owner}/${repo}, closed ones too, by the words that matter. ` +
        "What it says of the code, check with github_search (kind code) and github_read.",
      "3. Call github_list with kind labels, and with kind milestones: propose only what is there.",
      "4. Tell me: what it is (a fault, a wish, a question, spam), how much it matters, the numbers of issues that are the same, what is " +
        "missing before somebody can act, the labels, the milestone, who should look at it, and a short answer to its author.",
      "5. Change nothing before I agree. Then use github_issue_write, with dry_run: true first. If you have no github_issue_write, " +
        "tell me that this server may only read.",
    ].join("\n");
    return [{ text }, { content }];
  },
});
