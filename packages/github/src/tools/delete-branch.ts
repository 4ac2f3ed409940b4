import * as z from "zod";
import { defineChange } from "../changing/define-change.ts";
import { fields } from "./fields.ts";

/** The end of a branch. */
export const deleteBranch = defineChange({
  name: "github_delete_branch",
  title: "Delete branch",
  description:
    "Deletes a branch. The answer names the commit that it was at, from which github_create_branch makes it again.",
  effect: "destroy",
  input: z.object({
    owner: fields.owner,
    repo: fields.repo,
    branch: fields.branch,
    expected_head: fields.sha.optional().describe("Nothing is deleted if the branch is elsewhere"),
  }),
  async change(input, call) {
    const { deleteBranch: remove } = await import("../branches/branch-changes.ts");
    return remove(input, call);
  },
});
