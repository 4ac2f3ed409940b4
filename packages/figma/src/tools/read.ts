import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Figma } from "../client/figma.ts";
import { fields } from "./fields.ts";

/** A design as a tree. */
export const read = defineTool({
  name: "figma_read",
  title: "Read design",
  description:
    'Reads a design as a tree, a line a layer: type, "name", id, @x,y within its parent (unsaid at 0,0 and in the flow of row, col or grid), ' +
    "WxH in px, fill or hug, pin: constraints (left and top unsaid), CSS's layout (start unsaid), r: radii, fill: (topmost first), stroke:, " +
    "effect:, font:, of: its component, props:, over: what an instance overrides, vars: bound variables; a text's characters stand last. " +
    "Labels are told above the tree; alone p1 is a layer's fill, t2 its font, e3 its effect, l4 its layout. An id ;3:4 goes on from that of its instance: I1:2;3:4. image:9 is a drawing of 9 " +
    "layers, to be exported by figma_download; hidden: and inside: count layers left out. Begin with detail outline or a node where a " +
    "file is large; search with figma_find.",
  effect: "read",
  idempotent: true,
  input: z.object({
    file: fields.file,
    nodes: fields.nodes.optional().describe("Without them the node that the address names, or all pages"),
    depth: z.int().min(1).max(100_000).optional().describe("Levels below; 1 gives pages, or children of nodes"),
    detail: z
      .enum(["outline", "layout", "full"])
      .default("full")
      .describe("What there is, how it is laid out, or paints, fonts and effects too"),
    budget: z.int().min(300).max(100_000).default(20_000).describe("Tokens (o200k) that a page never exceeds"),
  }),
  pages: "layers",
  async run(input, context: ToolContext<Figma>) {
    const { readDesign } = await import("../reading/read-design.ts");
    return readDesign(input, context);
  },
});
