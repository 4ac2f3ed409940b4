import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Github } from "../api/github.ts";
import { fields } from "./fields.ts";

/** The files of a repository, by path. */
export const tree = defineTool({
  name: "github_tree",
  title: "Tree",
  description:
    "Lists the files and folders of a repository at one commit, a line each: path and size in bytes, folders with a slash at the " +
    "end. With glob only files that match (**/*.ts, docs/*.md), at any depth. Read files with github_read.",
  effect: "read",
  idempotent: true,
  input: z.object({
    owner: fields.owner,
    repo: fields.repo,
    ref: fields.ref.optional(),
    path: fields.path.optional().describe("The folder to list; without it the top"),
    glob: z.string().min(1).max(1000).optional().describe("*, ?, **, […] and {a,b}, from the folder on"),
    depth: z.int().min(1).max(100).optional().describe("Levels below the folder; without it all"),
  }),
  pages: "entries",
  async run(input, context: ToolContext<Github>) {
    const { listTree } = await import("../contents/list-tree.ts");
    return listTree(input, context);
  },
});
