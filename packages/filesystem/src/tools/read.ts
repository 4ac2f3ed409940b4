import { ConnectorError, defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Files } from "../files.ts";
import { openRegular } from "../reading/open-regular.ts";
import { readText } from "../reading/read-text.ts";
import { fields } from "./fields.ts";

/** Text of one file, by pages. */
export const read = defineTool({
  name: "fs_read",
  title: "Read file",
  description:
    "Reads a text file of any size: the whole, a range of lines, or its end (tail). Answers the text under a header with " +
    "its etag, encoding, line ending and number of lines. Long files come in pages: while the header has nextCursor, pass " +
    "it as cursor for the next page. For several files at once use fs_read_many; for facts without content, fs_stat. Files " +
    "in which secrets are kept (.env, private keys) are refused, and invisible control characters are shown as ⟦U+001B⟧.",
  effect: "read",
  idempotent: true,
  input: z.object({
    path: fields.path,
    start_line: z.int().min(1).optional().describe("First line wanted, from 1"),
    end_line: z.int().min(1).optional().describe("Last line wanted, itself included"),
    tail: z.int().min(1).max(1_000_000).optional().describe("Only this many lines from the end"),
    encoding: z.string().max(40).optional().describe("Only where the detected one is wrong: utf-16le, shift_jis …"),
    max_bytes: z.int().min(1).optional().describe("Smaller pages than the server's limit"),
  }),
  pages: "lines",
  async run(input, context: ToolContext<Files>) {
    const { client, page } = context;
    const { start_line: startLine, end_line: endLine, tail } = input;
    if (tail !== undefined && (startLine !== undefined || endLine !== undefined)) {
      throw new ConnectorError("invalid_input", "Give either tail, or start_line and end_line.");
    }
    if (endLine !== undefined && endLine < (startLine ?? 1)) {
      throw new ConnectorError("invalid_input", "end_line comes before start_line. Swap them, or leave one out.");
    }
    using file = openRegular(client, input.path);
    const wanted = { startLine, endLine, tail, encoding: input.encoding, most: input.max_bytes };
    const { facts, text, next } = await readText(file, wanted, context);
    if (next !== undefined) page.stopAt(next);
    return { facts, parts: [{ text }] };
  },
});
