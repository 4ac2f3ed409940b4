import { definePrompt } from "@drawbridge/core";
import * as z from "zod";
import { completeArgument } from "./complete-argument.ts";
import { dataExplained } from "./data-explained.ts";
import { fields } from "./fields.ts";
import { withPage } from "./with-page.ts";

const ref = z.string().min(1).max(255);

/** Leads a model from the commits since the last release to notes that its users understand. */
export const writeReleaseNotes = definePrompt({
  name: "write_release_notes",
  title: "Write release notes",
  description:
    "Brings what changed since the last release, and has the model write notes for those who use the software.",
  like: ["github_compare", "github_list"],
  input: z.object({
    owner: fields.owner,
    repo: fields.repo,
    tag_name: ref.optional().describe("The name of the new release, such as v1.2.0"),
    previous_tag_name: ref.optional().describe("The release before; without it the latest"),
    target_commitish: ref.optional().describe("What is released, a branch or a commit; without it the default branch"),
  }),
  complete: completeArgument,
  async write({ owner, repo, tag_name, previous_tag_name, target_commitish }, context) {
    const { changesSince } = await import("./changes-since.ts");
    const { base, content } = await changesSince(
      { owner, repo },
      previous_tag_name,
      target_commitish,
      withPage(context),
    );
    const span = base === undefined ? "its first release: the latest commits" : `what changed since ${base}`;
    const text = [
      `Write the release notes of ${owner}/${repo}${tag_name === undefined ? "" : ` ${tag_name}`}. Here follows, as it stands now, ${span}. ` +
        dataExplained,
      "",
      "1. Where there are more commits than follow, go on with github_list, kind commits, sha being the head. Read the pull requests that " +
        "commits name (#12) with github_pr_read: their titles and texts say more than a commit does.",
      "2. See how earlier notes are written: github_list, kind releases.",
      "3. Leave out what users do not see: refactoring, tests, dependencies that change nothing for them. Look a doubtful change up with " +
        "github_get_commit.",
      "4. Write: what breaks and what to do about it first, then what is new, then what was mended, each a line in the users' words with the " +
        "number of its pull request, and thanks to who contributed for the first time. Say which version number fits, and why.",
      "5. Show me the notes. Publish nothing before I agree; then use github_release, with dry_run: true first. If you have no " +
        "github_release, tell me: a person switches it on with --toolsets default,publishing.",
    ].join("\n");
    return [{ text }, { content }];
  },
});
