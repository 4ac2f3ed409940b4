import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Github } from "../api/github.ts";
import { fields } from "./fields.ts";

const kinds = [
  ...(["branches", "tags", "releases", "commits", "issues", "pull_requests", "labels", "milestones"] as const),
  ...([
    "contributors",
    "collaborators",
    "assignees",
    "forks",
    "languages",
    "deployments",
    "rulesets",
    "workflows",
    "environments",
  ] as const),
] as const;

/** What a repository has, by kind. */
export const list = defineTool({
  name: "github_list",
  title: "List",
  description:
    "Lists what one repository has, one kind a call, the newest first. Issues and pull requests come without their texts: read one " +
    "with github_issue_read or github_pr_read. Files are listed by github_tree. Filters apply to the kinds that are named with them.",
  effect: "read",
  idempotent: true,
  input: z.object({
    owner: fields.owner,
    repo: fields.repo,
    kind: z.enum(kinds),
    state: z.enum(["open", "closed", "all"]).optional().describe("issues, pull_requests, milestones; open without it"),
    labels: z.string().max(500).optional().describe("issues: names, separated by commas"),
    assignee: z.string().max(100).optional().describe("issues: a login, none or *"),
    creator: z.string().max(100).optional().describe("issues"),
    milestone: z.string().max(20).optional().describe("issues: a number, none or *"),
    head: z.string().max(255).optional().describe("pull_requests: owner:branch"),
    base: z.string().max(255).optional().describe("pull_requests"),
    sha: z.string().max(255).optional().describe("commits: where to begin, a branch or a sha; deployments"),
    path: z.string().max(1000).optional().describe("commits: only those that touch it"),
    author: z.string().max(100).optional().describe("commits: a login or an address"),
    since: fields.time.optional().describe("issues, commits"),
    until: fields.time.optional().describe("commits"),
    protected: z.boolean().optional().describe("branches"),
    ref: z.string().max(255).optional().describe("deployments"),
    environment: z.string().max(255).optional().describe("deployments"),
    sort: z.string().max(40).optional().describe("created, updated, comments …"),
    direction: fields.direction.optional(),
    limit: fields.limit,
  }),
  output: z.object({ items: z.array(z.looseObject({})) }),
  pages: "items",
  async run(input, context: ToolContext<Github>) {
    const { list: listed } = await import("../listing/list.ts");
    return listed(input, context);
  },
});
