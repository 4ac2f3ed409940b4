import { definePrompt } from "@drawbridge/core";
import * as z from "zod";
import { completeArgument } from "./complete-argument.ts";
import { dataExplained } from "./data-explained.ts";
import { fields } from "./fields.ts";
import { withPage } from "./with-page.ts";

/** Leads a model from a check that fails to the smallest change that mends it. */
export const fixFailingCheck = definePrompt({
  name: "fix_failing_check",
  title: "Fix a failing check",
  description:
    "Brings what the failing checks of a pull request say, and has the model find the cause and propose the change that mends it.",
  like: "github_pr_read",
  input: z.object({
    owner: fields.owner,
    repo: fields.repo,
    pull_number: fields.pull_number,
    check_name: z.string().min(1).max(255).optional().describe("One of those that fail; without it all of them"),
  }),
  complete: completeArgument,
  async write({ owner, repo, pull_number, check_name }, context) {
    const { overview } = await import("../pulls/overview.ts");
    const number = Number(pull_number);
    const content = await overview({ owner, repo }, number, withPage(context));
    const which = check_name === undefined ? "the checks that fail" : `the check ${JSON.stringify(check_name)}`;
    const text = [
      `Find out why ${which} of the pull request ${owner}/${repo}#${number} fail${check_name === undefined ? "" : "s"}, and mend it. Its ` +
        `overview follows, with what the failing checks say. ${dataExplained}`,
      "",
      "1. If no check fails, tell me so and stop.",
      "2. Read the whole failure with github_actions_read, method logs, by the job_id that the overview names. A check without one is of " +
        "another program: what it says is in the overview alone.",
      "3. Read what the pull request changes with github_pr_read, method diff, and the files that the failure names with github_read, ref " +
        "being head_sha. Say whether the change is at fault, the test, or neither: one that passes by chance is not mended by changing code.",
      "4. Show me the cause, and the smallest change that mends it. Never silence a check.",
      "5. Call github_commit with dry_run: true on the branch that head names, expected_head being head_sha, and show me the difference. " +
        "Where head is of another repository, propose the change with github_review instead. Write nothing before I agree.",
      "6. After the commit, look at github_pr_read, method checks, until the new run has ended, and tell me how. If you have no " +
        "github_commit, tell me that this server may only read.",
    ].join("\n");
    return [{ text }, { content }];
  },
});
