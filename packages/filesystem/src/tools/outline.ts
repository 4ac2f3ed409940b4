import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Files } from "../files.ts";
import { openRegular } from "../reading/open-regular.ts";
import { fields } from "./fields.ts";

/** What is in a file, without all of its text; of documents that are no text, their text. */
export const outline = defineTool({
  name: "fs_outline",
  title: "Outline",
  description:
    "Shows how a file is made up, with line numbers to read on with fs_read: headings of Markdown; functions, classes, types " +
    "and constants of TypeScript, JavaScript, Python, Go, Rust and Java; keys of JSON, YAML and TOML; columns of CSV. Of a PDF " +
    "and an XLSX workbook, which fs_read cannot read, it answers bookmarks and sheets, then all text by pages or rows. While " +
    "the header has nextCursor, pass it as cursor for more. It does not search; for images use fs_read_media.",
  effect: "read",
  idempotent: true,
  limits: { atOnce: 2 },
  input: z.object({ path: fields.path }),
  pages: "parts",
  async run({ path }, context: ToolContext<Files>) {
    const { outlineFile } = await import("../documents/outline-file.ts");
    using file = openRegular(context.client, path);
    const { facts, text, next } = await outlineFile(file, context);
    if (next !== undefined) context.page.stopAt(next);
    return { facts, parts: [{ text }] };
  },
});
