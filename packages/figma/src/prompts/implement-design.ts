import { type CallContext, definePrompt } from "@drawbridge/core";
import * as z from "zod";
import type { Figma } from "../client/figma.ts";
import { dataExplained } from "./data-explained.ts";
import { fields } from "./fields.ts";

/** Leads a model from a design to code. */
export const implementDesign = definePrompt({
  name: "implement_design",
  title: "Implement a design",
  description:
    "Brings an outline of a design, and has the model build it with the project's own components and tokens.",
  input: z.object({
    ...fields,
    stack: z.string().max(200).optional().describe("What it is to be built with: React and Tailwind, SwiftUI"),
  }),
  async complete(argument, typed, context: CallContext<Figma>, chosen) {
    const { complete } = await import("../completing/complete.ts");
    return complete(argument, typed, context, chosen);
  },
  async write({ file, node, stack }, context: CallContext<Figma>) {
    const { namedDesign } = await import("./named-design.ts");
    const { named, name, content } = await namedDesign({ file, node }, context);
    const text = [
      `Implement the design ${name}${stack === undefined ? "" : ` with ${stack}`}. An outline of it follows. ${dataExplained}`,
      "",
      `1. Call figma_read with ${named} and detail layout, and go on where it says that nodes were left out.`,
      `2. Call figma_render with ${named} to see it.${stack === undefined ? " Look into the project for what it is built with." : ""}`,
      "3. Look into the project for components, styles and tokens that there are. Use those before you make new ones; figma_tokens gives the design's own.",
      "4. Get images with figma_download; if you have no figma_download, tell me that the server was started without --download-dir.",
      "5. Build it: layout as figma_read says it, texts word for word, states and variants where the design has them, names a screen reader can use.",
      "6. Compare what you built with the picture, and tell me where it differs and why.",
    ].join("\n");
    return [{ text }, { content }];
  },
});
