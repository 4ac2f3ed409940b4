import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Figma } from "../client/figma.ts";
import { fields } from "./fields.ts";

/** Pictures of nodes, for models that see. */
export const render = defineTool({
  name: "figma_render",
  title: "Render",
  description:
    "Renders nodes and gives the pictures (svg as its text): to see a design, or to compare an implementation with it. To keep them as files use figma_download. Figma renders, so local files have none.",
  effect: "read",
  idempotent: true,
  input: z.object({
    file: fields.file,
    nodes: fields.nodes.max(20).optional().describe("Without them, the node that the address names"),
    format: z.enum(["png", "jpg", "svg", "pdf"]).default("png"),
    scale: z.number().min(0.01).max(4).default(1).describe("Of png and jpg"),
  }),
  async run(input, context: ToolContext<Figma>) {
    const { renderNodes } = await import("../rendering/render-nodes.ts");
    return renderNodes(input, context);
  },
});
