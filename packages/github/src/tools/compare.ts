import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Github } from "../api/github.ts";
import { fields } from "./fields.ts";

/** What one branch has that another has not. */
export const compare = defineTool({
  name: "github_compare",
  title: "Compare",
  description:
    "What head has and base has not, from where they parted: commits, then all changed files at a glance, source first, then their " +
    "differences hunk by hunk, by pages. Generated and lock files are named without their differences; ask for one with path. The " +
    "difference of a pull request is read with github_pr_read.",
  effect: "read",
  idempotent: true,
  input: z.object({
    owner: fields.owner,
    repo: fields.repo,
    base: fields.ref.describe("A branch, a tag or a sha"),
    head: fields.ref.describe("A branch, a tag or a sha"),
    path: z.string().min(1).max(1000).optional().describe("Only files that match: a path, or a glob such as src/**"),
    files_only: z.boolean().default(false).describe("Only which files, without their differences"),
  }),
  pages: "hunks",
  async run(input, context: ToolContext<Github>) {
    const { compare: compared } = await import("../differences/compare.ts");
    return compared(input, context);
  },
});
