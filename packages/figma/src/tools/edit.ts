import { type CallContext, defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { EditingClient } from "../editing/editing-client.ts";
import { effectOfPlan } from "../operations/effect-of.ts";
import { operationSchema } from "../operations/operation.ts";
import { openFile } from "./open-file.ts";

/** Changes a file that is open in Figma, by a plan that is applied as one. */
export const edit = defineTool({
  name: "figma_edit",
  title: "Edit",
  description:
    "Changes the file that is open in Figma: a plan of operations, applied as one (all of it, as one step that figma_undo takes back, or nothing). " +
    "Operations run in order; a ref ($card) names what one makes for those after it. Nodes are named by id, as figma_selection, figma_canvas and " +
    "figma_read (file `open`) tell them. Send one plan for one piece of work, not many small ones. dry_run tells the difference and changes nothing. " +
    "Answers ids by ref, the difference, what figma_lint finds in what was touched, etags and a picture. Needs the Drawbridge plugin; while it is not " +
    "paired the answer says how to pair it.",
  effect: { lowest: "write", highest: "destroy", of: ({ operations }) => effectOfPlan(operations) },
  input: z.object({
    operations: z.array(operationSchema).min(1).max(2000),
    page: z.string().min(1).max(512).optional().describe("Where nodes without a parent go, by id; the current page"),
    if_match: z
      .record(z.string().max(512), z.string().max(128))
      .optional()
      .describe(
        "Node id to etag, from figma_edit or figma_read: refused, with the difference, if somebody changed it since",
      ),
    font_fallback: z.boolean().default(false).describe("A font that is missing gives way to another, which is told"),
    file: openFile,
  }),
  async plan(input, context: CallContext<EditingClient>) {
    const { planEdit } = await import("../editing/plan-edit.ts");
    return planEdit(input, context);
  },
  async dryRun(input, context: ToolContext<EditingClient>) {
    const { tryEdit } = await import("../editing/edit-file.ts");
    return tryEdit(input, context);
  },
  async run(input, context: ToolContext<EditingClient>) {
    const { editFile } = await import("../editing/edit-file.ts");
    return editFile(input, context);
  },
});
