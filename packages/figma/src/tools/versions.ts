import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Figma } from "../client/figma.ts";
import { fields } from "./fields.ts";

/** The history of a file. */
export const versions = defineTool({
  name: "figma_versions",
  title: "List versions",
  description:
    "Lists the versions of a file, newest first: ids for figma_diff and figma_read, who made each, and what they wrote of it. Versions without a label were saved by Figma itself.",
  effect: "read",
  idempotent: true,
  input: z.object({
    file: fields.file,
    labelled: z.boolean().default(false).describe("Only those that somebody named"),
  }),
  output: z.object({
    versions: z.array(
      z.object({
        id: z.string(),
        created: z.string(),
        by: z.string(),
        label: z.string().optional(),
        description: z.string().optional(),
      }),
    ),
  }),
  pages: "versions",
  async run(input, context: ToolContext<Figma>) {
    const { listVersions } = await import("../versions/list-versions.ts");
    return listVersions(input, context);
  },
});
