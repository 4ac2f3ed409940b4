import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Github } from "../api/github.ts";

const kinds = [
  "repositories",
  "code",
  "issues",
  "pull_requests",
  "commits",
  "users",
  "organizations",
  "topics",
] as const;

/** GitHub's search, of every kind. */
export const search = defineTool({
  name: "github_search",
  title: "Search",
  description:
    "Searches GitHub in GitHub's own query language (words, and qualifiers such as repo:acme/site, is:open, author:octocat, " +
    "language:go, path:src). One kind a call. Code is searched in default branches alone. To list what one repository has, use " +
    "github_list; to read what was found, github_read, github_issue_read or github_pr_read.",
  effect: "read",
  idempotent: true,
  input: z.object({
    kind: z.enum(kinds),
    query: z.string().trim().min(1).max(1000).describe("As in GitHub's search box"),
    sort: z.string().max(40).optional().describe("stars, updated, created, comments …; best match without it"),
    order: z.enum(["asc", "desc"]).optional(),
    limit: z.int().min(1).max(100).default(20).describe("Hits in one answer"),
  }),
  output: z.object({
    total: z.number().optional().describe("Hits in all, of which GitHub gives the first thousand"),
    items: z.array(z.looseObject({ repository: z.string().optional() })),
    incomplete: z.boolean().optional().describe("GitHub ran out of time: there may be more"),
  }),
  pages: "hits",
  async run(input, context: ToolContext<Github>) {
    const { search: find } = await import("../searching/search.ts");
    return find(input, context);
  },
});
