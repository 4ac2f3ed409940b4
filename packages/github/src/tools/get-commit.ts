import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Github } from "../api/github.ts";
import { fields } from "./fields.ts";

/** One commit with its differences. */
export const getCommit = defineTool({
  name: "github_get_commit",
  title: "Get commit",
  description:
    "One commit: message, author, and what it changed, as github_compare shows it. Find commits with github_list (kind commits) or " +
    "github_search.",
  effect: "read",
  idempotent: true,
  input: z.object({
    owner: fields.owner,
    repo: fields.repo,
    ref: fields.ref.describe("Its sha, or a branch or tag whose head is meant"),
    path: z.string().min(1).max(1000).optional().describe("Only files that match: a path, or a glob such as src/**"),
    files_only: z.boolean().default(false).describe("Only which files, without their differences"),
  }),
  pages: "hunks",
  async run(input, context: ToolContext<Github>) {
    const { showCommit } = await import("../commits/show-commit.ts");
    return showCommit(input, context);
  },
});
