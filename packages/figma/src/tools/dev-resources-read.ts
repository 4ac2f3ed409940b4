import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Figma } from "../client/figma.ts";
import { fields } from "./fields.ts";

/** Links to code and tickets that stand beside layers. */
export const devResourcesRead = defineTool({
  name: "figma_dev_resources_read",
  title: "Read dev resources",
  description:
    "Lists the links that developers attached to nodes of a file: code, tickets, documentation. Of a branch, those of its main file.",
  effect: "read",
  idempotent: true,
  input: z.object({ file: fields.file, nodes: fields.nodes.optional().describe("Only those of these nodes") }),
  output: z.object({
    dev_resources: z.array(z.object({ id: z.string(), node: z.string(), name: z.string(), url: z.string() })),
  }),
  pages: "links",
  async run(input, context: ToolContext<Figma>) {
    const { listDevResources } = await import("../devresources/list-dev-resources.ts");
    return listDevResources(input, context);
  },
});
