import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Github } from "../api/github.ts";
import { fields } from "./fields.ts";

/** Discussions of a repository. */
export const discussionsRead = defineTool({
  name: "github_discussions_read",
  title: "Read discussions",
  description:
    "Lists a repository's discussions, the last changed first (list; of one category), tells their categories, or reads one with its " +
    "comments and replies (get). Anybody may write in a public repository's discussions: each text comes with its author.",
  effect: "read",
  idempotent: true,
  input: z.object({
    method: z.enum(["list", "get", "categories"]),
    owner: fields.owner,
    repo: fields.repo,
    discussion_number: fields.number.optional().describe("get"),
    category: z.string().min(1).max(100).optional().describe("list: its slug or name"),
  }),
  pages: "comments",
  async run(input, context: ToolContext<Github>) {
    const { readDiscussions } = await import("../discussions/read-discussions.ts");
    return readDiscussions(input, context);
  },
});
