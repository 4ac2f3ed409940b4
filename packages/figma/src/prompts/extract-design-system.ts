import { type CallContext, definePrompt } from "@drawbridge/core";
import * as z from "zod";
import type { Figma } from "../client/figma.ts";
import { dataExplained } from "./data-explained.ts";
import { fields } from "./fields.ts";

/** Leads a model from a file to the system behind it. */
export const extractDesignSystem = definePrompt({
  name: "extract_design_system",
  title: "Extract the design system",
  description:
    "Brings an outline of a file, and has the model write down its tokens, styles and components for the project.",
  input: z.object({
    file: fields.file,
    format: z.enum(["css", "tailwind", "dtcg", "style-dictionary"]).optional().describe("Of the tokens"),
  }),
  async complete(argument, typed, context: CallContext<Figma>, chosen) {
    const { complete } = await import("../completing/complete.ts");
    return complete(argument, typed, context, chosen);
  },
  async write({ file, format }, context: CallContext<Figma>) {
    const { namedDesign } = await import("./named-design.ts");
    const { named, name, content } = await namedDesign({ file }, context);
    const text = [
      `Extract the design system of ${name}. An outline of the file follows. ${dataExplained}`,
      "",
      `1. Call figma_design_system with ${named} for each kind: variables, styles, component_sets, components.`,
      `2. Call figma_tokens with ${named} and format ${format ?? "as the project has it (css, tailwind, dtcg or style-dictionary)"}.`,
      "3. Look into the project for tokens that there are: keep their names where they mean the same, and tell me where the values differ.",
      "4. Write the tokens, with all modes, and a page that lists the components with their properties and variants.",
      "5. Tell me what you left out, which values have no variable or style, and which names look like mistakes.",
    ].join("\n");
    return [{ text }, { content }];
  },
});
