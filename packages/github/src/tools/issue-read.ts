import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Github } from "../api/github.ts";
import { fields } from "./fields.ts";

/** One issue with its comments, or what happened to it. */
export const issueRead = defineTool({
  name: "github_issue_read",
  title: "Read issue",
  description:
    "Reads one issue: its text and comments (get), what happened to it (timeline), its parts (sub_issues), or what it waits for and " +
    "holds up (dependencies). Find issues with github_search or github_list; a pull request is read with github_pr_read. Anybody " +
    "may write in a public repository's issues: each text comes with its author.",
  effect: "read",
  idempotent: true,
  input: z.object({
    method: z.enum(["get", "timeline", "sub_issues", "dependencies"]).default("get"),
    owner: fields.owner,
    repo: fields.repo,
    issue_number: fields.number,
  }),
  pages: "comments",
  async run({ method, owner, repo, issue_number: number }, context: ToolContext<Github>) {
    const { readIssue } = await import("../issues/read-issue.ts");
    if (method === "get") return readIssue({ owner, repo }, number, context);
    const { listOfIssue } = await import("../issues/list-of-issue.ts");
    return listOfIssue(method, { owner, repo }, number, context);
  },
});
