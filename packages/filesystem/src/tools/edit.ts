import { type CallContext, defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Files } from "../files.ts";
import { fields } from "./fields.ts";

/** Exact replacements in one or several files, all or none. */
export const edit = defineTool({
  name: "fs_edit",
  title: "Edit files",
  description:
    "Replaces exact text in one or several files: all edits or none, in the order given. old must stand in the file once, " +
    "white space included, unless all is true; else the answer shows the nearest lines, or all places. Encoding, line ends " +
    "and permissions stay. Answers a diff of each file; dry_run only shows it. fs_undo takes it back by its transaction.",
  effect: "write",
  input: z.object({
    edits: z
      .array(
        z.object({
          path: fields.path,
          old: z.string().min(1).describe("Text as fs_read shows it, without line numbers"),
          new: z.string().describe("What stands there afterwards"),
          all: z.boolean().default(false).describe("Every place instead of one"),
        }),
      )
      .min(1)
      .max(200),
    if_match: z
      .record(z.string(), z.string().max(100))
      .default({})
      .describe("Path to etag from fs_read: refused if a file was changed since"),
  }),
  output: z.object({
    files: z.array(
      z.object({
        path: z.string(),
        etag: z.string().optional(),
        diff: z.string(),
        truncated: z.boolean().optional(),
        note: z.string().optional(),
      }),
    ),
    transaction: z.string().optional().describe("For fs_undo"),
  }),
  async plan({ edits, if_match: etags }, { client, signal }: CallContext<Files>) {
    const { planEdits } = await import("../changing/plans/plan-edits.ts");
    return planEdits(client, { edits, etags }, signal);
  },
  async dryRun({ edits, if_match: etags }, { client, signal, page }: ToolContext<Files>) {
    const { tryEdits } = await import("../changing/edit-files.ts");
    const { showEdited } = await import("../changing/show-edited.ts");
    return { files: showEdited(await tryEdits(client, { edits, etags }, signal), page) };
  },
  async run({ edits, if_match: etags }, { client, principal, signal, page }: ToolContext<Files>) {
    const { editFiles } = await import("../changing/edit-files.ts");
    const { showEdited } = await import("../changing/show-edited.ts");
    const { transaction, files } = await editFiles(client, { edits, etags }, { tool: "fs_edit", principal, signal });
    page.take({ transaction });
    return { files: showEdited(files, page), transaction };
  },
});
