import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { FigmaClient } from "../client/figma-client.ts";
import { lintRuleNames } from "../linting/lint-rule-names.ts";
import { fields } from "./fields.ts";

/** What is wrong with a design. */
export const lint = defineTool({
  name: "figma_lint",
  title: "Lint design",
  description:
    "Checks a design: text contrast (WCAG 2.2, as composited with opacity, blending and gradients; images behind text are told as unknown), touch " +
    "targets (24 and 44 px), overflow, overlap, detached styles, values written out where a variable has them, unnamed layers. Each finding names " +
    "node, path, what is wrong and what would mend it. Counts by rule come with the first page.",
  effect: "read",
  idempotent: true,
  input: z.object({
    file: fields.file,
    nodes: fields.nodes.optional().describe("Only these subtrees: 12:34"),
    rules: z.array(z.enum(lintRuleNames)).min(1).optional().describe("Only these"),
  }),
  output: z.object({
    design: z.string(),
    nodes: z.number(),
    counts: z.record(z.string(), z.number()).optional(),
    notes: z.array(z.string()).optional(),
    findings: z.array(
      z.object({
        rule: z.string(),
        severity: z.string(),
        node: z.string(),
        type: z.string(),
        path: z.string(),
        what: z.string(),
        mend: z.string(),
      }),
    ),
  }),
  pages: "findings",
  async run(input, context: ToolContext<FigmaClient>) {
    const { showFindings } = await import("../linting/show-findings.ts");
    return showFindings(input, context);
  },
});
