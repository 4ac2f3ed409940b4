import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { FigmaClient } from "../client/figma-client.ts";
import { fields } from "./fields.ts";

/** The design tokens of a file. */
export const tokens = defineTool({
  name: "figma_tokens",
  title: "Design tokens",
  description:
    "A file's variables and styles as design tokens, with their modes and aliases, ready to be saved: dtcg (W3C Design Tokens 2025.10, modes as a " +
    "resolver), css (custom properties, modes as [data-theme]), tailwind (v4 @theme), style-dictionary. Pages of one file put together are that " +
    "file. To look up single variables or styles use figma_design_system.",
  effect: "read",
  idempotent: true,
  input: z.object({
    file: fields.file,
    format: z.enum(["dtcg", "css", "tailwind", "style-dictionary"]),
    modes: z
      .array(z.string().min(1).max(200))
      .max(40)
      .optional()
      .describe("Only these, the first as the default: Dark. All without it"),
  }),
  pages: "lines",
  async run(input, context: ToolContext<FigmaClient>) {
    const { showTokens } = await import("../tokens/show-tokens.ts");
    return showTokens(input, context);
  },
});
