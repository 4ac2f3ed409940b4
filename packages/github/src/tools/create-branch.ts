import * as z from "zod";
import { defineChange } from "../changing/define-change.ts";
import { fields } from "./fields.ts";

/** A new branch. */
export const createBranch = defineChange({
  name: "github_create_branch",
  title: "Create branch",
  description:
    "Creates a branch at a branch, tag or commit; without from at the head of the default branch. One that is there already is left as it is, and that is an error.",
  effect: "write",
  additive: true,
  input: z.object({
    owner: fields.owner,
    repo: fields.repo,
    branch: fields.branch,
    from: fields.ref.optional().describe("Where it begins"),
  }),
  async change(input, call) {
    const { createBranch: create } = await import("../branches/branch-changes.ts");
    return create(input, call);
  },
});
