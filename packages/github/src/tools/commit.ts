import * as z from "zod";
import { defineChange } from "../changing/define-change.ts";
import { fileChange } from "../committing/file-change.ts";
import { fields } from "./fields.ts";

/** Changes to many files as one commit. */
export const commit = defineChange({
  name: "github_commit",
  title: "Commit",
  description:
    "Makes one commit on a branch that changes any number of files, all or none: whole content, edits (exact text and what replaces " +
    "it, so that a long file need not be sent), move_to or delete. Modes and symlinks stay as they are. Give expected_head, the " +
    "sha you read, to be refused where somebody committed meanwhile. Make the branch first with github_create_branch. dry_run " +
    "shows the differences.",
  effect: "write",
  input: z.object({
    owner: fields.owner,
    repo: fields.repo,
    branch: fields.branch,
    message: z.string().min(1).max(65_536).describe("First line: at most 72 characters, what the commit does"),
    changes: z.array(fileChange).min(1).max(500),
    expected_head: fields.sha.optional(),
    author: z
      .object({ name: z.string().min(1).max(200), email: z.email() })
      .optional()
      .describe("Whose work it is, where not yours"),
  }),
  async change(input, call) {
    const { commitFiles } = await import("../committing/commit-files.ts");
    return commitFiles(input, call);
  },
});
