import * as z from "zod";
import { defineChange } from "../changing/define-change.ts";
import { fields } from "./fields.ts";

/** A copy of a repository that knows where it comes from. */
export const fork = defineChange({
  name: "github_fork",
  title: "Fork",
  description:
    "Forks a repository into your account or an organisation, to change it there and open a pull request from it. GitHub copies it " +
    "in the background: it may take a minute until it can be read.",
  effect: "write",
  additive: true,
  idempotent: true,
  input: z.object({
    owner: fields.owner,
    repo: fields.repo,
    organization: fields.owner.optional().describe("Where to; without it your account"),
    name: fields.repo.optional().describe("Of the fork, where it should be another"),
    default_branch_only: z.boolean().default(false),
  }),
  async change(input, call) {
    const { newFork } = await import("../publishing/new-fork.ts");
    return newFork(input, call);
  },
});
