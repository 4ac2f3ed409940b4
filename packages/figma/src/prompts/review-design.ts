import { type CallContext, definePrompt } from "@drawbridge/core";
import * as z from "zod";
import type { Figma } from "../client/figma.ts";
import { dataExplained } from "./data-explained.ts";
import { fields } from "./fields.ts";

/** Leads a model through a review. */
export const reviewDesign = definePrompt({
  name: "review_design",
  title: "Review a design",
  description:
    "Brings an outline of a design, and has the model say what keeps it from being built well and used by everybody.",
  input: z.object({
    ...fields,
    focus: z.string().max(200).optional().describe("What matters most: contrast, copy, consistency"),
  }),
  async complete(argument, typed, context: CallContext<Figma>, chosen) {
    const { complete } = await import("../completing/complete.ts");
    return complete(argument, typed, context, chosen);
  },
  async write({ file, node, focus }, context: CallContext<Figma>) {
    const { namedDesign } = await import("./named-design.ts");
    const { named, name, content } = await namedDesign({ file, node }, context);
    const text = [
      `Review the design ${name}${focus === undefined ? "" : `, above all its ${focus}`}. An outline of it follows. ${dataExplained}`,
      "",
      `1. Call figma_lint with ${named}: contrast, touch targets, styles and variables that are not used, overlaps.`,
      `2. Call figma_render with ${named} to see it, and figma_read with detail layout where something is not clear.`,
      `3. Call figma_comments_read for the file: what was said already need not be said again.`,
      "4. Tell me what is wrong, the worst first, each with the node's id, what it does to whom, and what would be better. Say what you checked and found well, in a line.",
      "5. Write nothing before I agree. Then use figma_comments_write, with dry_run: true first. If you have no figma_comments_write, tell me that this server may only read.",
    ].join("\n");
    return [{ text }, { content }];
  },
});
