import type { Question } from "./question.ts";

const file = "sprout.fig";

/** What somebody who builds the app asks of its design, a week's changes, and what is not to be had of a local file. */
export const designQuestions: readonly Question[] = [
  {
    asked: "What is the design system made of?",
    tool: "figma_design_system",
    input: () => ({ file, kind: "component_sets" }),
  },
  { asked: "How is the button built?", tool: "figma_read", input: () => ({ file, nodes: ["30:0"] }), lines: 24 },
  {
    asked: "Give me its tokens, light and dark.",
    tool: "figma_tokens",
    input: () => ({ file, format: "css" }),
    lines: 48,
  },
  {
    asked: "What did the designer change since last week?",
    tool: "figma_diff",
    input: () => ({ file: "sprout-next.fig", from: file, to: "sprout-next.fig" }),
  },
  {
    asked: "Would everybody be able to read it, and to hit it?",
    tool: "figma_lint",
    input: () => ({ file, rules: ["contrast", "target-size"] }),
  },
  { asked: "Show me a picture of the home screen.", tool: "figma_render", input: () => ({ file, nodes: ["50:1"] }) },
  {
    asked: "Read my mother's design, too.",
    tool: "figma_design_system",
    input: () => ({ file: "/home/mother/cake.fig", kind: "styles" }),
  },
];
