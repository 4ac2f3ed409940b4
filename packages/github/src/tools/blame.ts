import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Github } from "../api/github.ts";
import { fields } from "./fields.ts";

/** Who wrote the lines of a file. */
export const blame = defineTool({
  name: "github_blame",
  title: "Blame",
  description:
    "Who wrote which lines of a file, and when: ranges of neighbouring lines, each with the commit that wrote them last. See a commit " +
    "whole with github_get_commit.",
  effect: "read",
  idempotent: true,
  input: z.object({
    owner: fields.owner,
    repo: fields.repo,
    path: fields.path.min(1),
    ref: fields.ref.optional(),
    start_line: fields.line.optional(),
    end_line: fields.line.optional(),
  }),
  output: z.object({
    commit: z.string().describe("At which the file was looked at"),
    ranges: z.array(
      z.object({
        start_line: z.number(),
        end_line: z.number(),
        sha: z.string(),
        author: z.string(),
        date: z.string(),
        message: z.string(),
      }),
    ),
  }),
  pages: "ranges",
  async run(input, context: ToolContext<Github>) {
    const { blameFile } = await import("../blame/blame-file.ts");
    return blameFile(input, context);
  },
});
