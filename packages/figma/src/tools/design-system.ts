import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { FigmaClient } from "../client/figma-client.ts";
import { definitionKinds } from "../designsystem/definition-kinds.ts";
import { fields } from "./fields.ts";

/** What a design system is made of. */
export const designSystem = defineTool({
  name: "figma_design_system",
  title: "Design system",
  description:
    "Lists what a file defines or takes from libraries, one kind a call, with how often each is used: components and component_sets with their " +
    "properties, styles and variables with their values by mode, libraries (what comes from elsewhere). For tokens as a file use figma_tokens.",
  effect: "read",
  idempotent: true,
  input: z.object({
    file: fields.file,
    kind: z.enum(definitionKinds),
    query: z.string().min(1).max(200).optional().describe("Words of the name or description"),
  }),
  output: z.object({
    design: z.string(),
    total: z.number(),
    matching: z.number(),
    note: z.string().optional(),
    items: z.array(z.looseObject({ name: z.string() })),
  }),
  pages: "items",
  async run(input, context: ToolContext<FigmaClient>) {
    const { showDefinitions } = await import("../designsystem/show-definitions.ts");
    return showDefinitions(input, context);
  },
});
