import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Figma } from "../client/figma.ts";
import { fields } from "./fields.ts";

const words = z.string().min(1).max(400);

/** Layers of a design that are looked for. */
export const find = defineTool({
  name: "figma_find",
  title: "Find layers",
  description:
    "Finds layers of a file by what all of the given say: ids and paths, to read with figma_read or render with figma_render. " +
    "Upper and lower case are alike; text, name, component and style match a part, or the whole with * and ? in it.",
  effect: "read",
  idempotent: true,
  input: z.object({
    file: fields.file,
    text: words.optional().describe("In a text's characters"),
    name: words.optional().describe("In a layer's name"),
    type: z.string().min(1).max(40).optional().describe("frame, text, instance, component, set, vector …"),
    component: words.optional().describe("Instances of it: name or id of a component or set"),
    style: words.optional().describe("Layers that use it: name or id of a style or variable"),
    limit: z.int().min(1).max(200).default(30),
  }),
  output: z.object({
    layers: z.array(
      z.object({
        id: z.string(),
        type: z.string(),
        name: z.string(),
        path: z.string().describe("What holds it, the page first"),
        text: z.string().optional(),
        size: z.string().optional(),
        component: z.string().optional(),
        hidden: z.boolean().optional(),
      }),
    ),
    searched: z.number().describe("Layers in the file"),
  }),
  pages: "layers",
  async run(input, context: ToolContext<Figma>) {
    const { findLayers } = await import("../finding/find-layers.ts");
    return findLayers(input, context);
  },
});
