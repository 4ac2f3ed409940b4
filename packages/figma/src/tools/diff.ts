import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { FigmaClient } from "../client/figma-client.ts";
import { fields } from "./fields.ts";

/** What changed in a file. */
export const diff = defineTool({
  name: "figma_diff",
  title: "Compare versions",
  description:
    "What changed between two versions of a file, to full depth: nodes added, removed, moved, renamed, restyled, bound to other tokens, texts " +
    "word by word, components and prototypes, and variables by mode. Version ids come from figma_versions. Also compares two files that have a " +
    "common origin.",
  effect: "read",
  idempotent: true,
  input: z.object({
    file: fields.file,
    from: z.string().min(1).max(2048).describe("A version id, live, or another file"),
    to: z.string().min(1).max(2048).optional().describe("Likewise; live, the file as it is now, where it is left out"),
  }),
  pages: "changes",
  async run(input, context: ToolContext<FigmaClient>) {
    const { showDifferences } = await import("../differences/show-differences.ts");
    return showDifferences(input, context);
  },
});
