import { type CallContext, defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Files } from "../files.ts";
import { fields } from "./fields.ts";
import { otherNamesNote } from "./other-names-note.ts";

/** A text file as a whole, or more at its end. */
export const write = defineTool({
  name: "fs_write",
  title: "Write file",
  description:
    "Writes a text file: a new one (mode create, which never replaces anything), in place of another (overwrite), or at its " +
    "end (append). To change parts of a file use fs_edit, which needs less text. Written whole or not at all, and fs_undo " +
    "takes it back by the transaction in the answer.",
  effect: "write",
  input: z.object({
    path: fields.path,
    content: z.string().describe("The text, exact to the character"),
    encoding: z.string().max(40).optional().describe("utf-8 unless said; append writes as the file is"),
    if_match: z.string().max(100).optional().describe("Etag from fs_read: refused if the file was changed since"),
    mode: z.enum(["create", "overwrite", "append"]).default("create").describe("create never replaces a file"),
    parents: z.boolean().default(false).describe("Make missing folders"),
  }),
  output: z.object({
    path: z.string(),
    created: z.boolean(),
    size: z.number().describe("Bytes"),
    etag: z.string(),
    transaction: z.string().describe("For fs_undo"),
    note: z.string().optional(),
  }),
  async plan({ path, content, mode, parents }, { client }: CallContext<Files>) {
    const { planAt } = await import("../changing/plans/plan-at.ts");
    const what = { create: "Make", overwrite: "Write over", append: "Add to the end of" }[mode];
    const length = `${Buffer.byteLength(content)} bytes`;
    return planAt(
      client,
      [{ written: path, effect: "write", followLast: true, parents }],
      ([at]) => `${what} ${at} (${length}):\n\n${content}`,
    );
  },
  async run(
    { path, content, encoding, if_match: etag, mode, parents },
    { client, principal, signal }: ToolContext<Files>,
  ) {
    const { writeFile } = await import("../changing/write-file.ts");
    const { otherNames, ...written } = await writeFile(
      client,
      { path, content, encoding, etag, mode, parents },
      { tool: "fs_write", principal, signal },
    );
    return { ...written, ...otherNamesNote(otherNames) };
  },
});
