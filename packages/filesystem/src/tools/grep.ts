import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Files } from "../files.ts";
import { fields } from "./fields.ts";

/** Lines by what they say, anywhere below a folder. */
export const grep = defineTool({
  name: "fs_grep",
  title: "Search in files",
  description:
    "Searches the lines of text files anywhere below a folder, or of one file, for a regular expression (Rust's syntax: no " +
    "look-around, no backreferences) or plain text. Answers matching lines as `12: text` under their file's path, lines " +
    "around them as `13- text`; with mode files only the paths, with count the number of matching lines before each. Hidden " +
    "files are searched; left out are .git, what .gitignore files exclude (unless path names that folder itself), binary files " +
    "and files in which secrets are kept. Look for files by name with fs_find; read around a line with fs_read.",
  effect: "read",
  idempotent: true,
  limits: { atOnce: 4 },
  input: z.object({
    pattern: z.string().min(1).max(10_000).describe("Matched within lines"),
    path: fields.path.default(".").describe('Folder or file to search; "." is the first root'),
    glob: z
      .string()
      .min(1)
      .optional()
      .describe("Only files it matches: *.md at any depth; src/**/*.ts from the folder on"),
    regex: z.boolean().default(true).describe("false: the pattern is plain text"),
    case: z
      .union([z.boolean(), z.enum(["sensitive", "insensitive", "smart"])])
      .default(true)
      .describe("Whether upper and lower case differ; smart: only where the pattern has upper case"),
    context: z.int().min(0).max(20).default(0).describe("Lines shown before and behind each match"),
    mode: z.enum(["content", "files", "count"]).default("content"),
    limit: z.int().min(1).max(10_000).default(1000).describe("Most matching lines in one answer, or files"),
  }),
  pages: "lines",
  async run(input, context: ToolContext<Files>) {
    const search = await import("../searching/grep.ts");
    return search.grep(input, context);
  },
});
