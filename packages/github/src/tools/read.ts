import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Github } from "../api/github.ts";
import { fields } from "./fields.ts";

/** Text of one file in a repository. */
export const read = defineTool({
  name: "github_read",
  title: "Read file",
  description:
    "Reads a text file of a repository at a branch, tag or commit: the whole, or a range of lines. Answers the text under a header " +
    "with its blob sha and number of lines. Long files come in pages: while the header has nextCursor, pass it as cursor. Folders " +
    "are listed by github_tree; a file's changes are shown by github_compare, who wrote which line by github_blame.",
  effect: "read",
  idempotent: true,
  input: z.object({
    owner: fields.owner,
    repo: fields.repo,
    path: fields.path.min(1),
    ref: fields.ref.optional(),
    start_line: z.int().min(1).optional().describe("First line wanted, from 1"),
    end_line: z.int().min(1).optional().describe("Last line wanted, itself included"),
  }),
  pages: "lines",
  async run(input, context: ToolContext<Github>) {
    const { readLines } = await import("../contents/read-lines.ts");
    return readLines(input, context);
  },
});
