/** A connector whose second tool is there only for who asks for two bells. A variable that no option reads changes a description. */
export const bell = `
import { defineConnector, defineTool, option, run } from "@drawbridge/core";
import * as z from "zod";

const ring = (name) => defineTool({
  name,
  title: "Ring",
  description: \`Rings the bell once, \${process.env.BELL_TONE ?? "softly"}, as far as it is heard.\`,
  effect: "read",
  input: z.object({}),
  run: async () => ({ parts: [{ text: "ding" }] }),
});

await run(
  defineConnector({
    name: "bell",
    title: "Bell",
    description: "Rings a bell.",
    examples: [],
    package: new URL("../package.json", import.meta.url),
    options: z.object({
      tower: option(z.string().optional(), { description: "Where it hangs", placeholder: "[tower]", positional: true }),
      rope: option(z.string().max(9).optional(), { description: "What it is rung by", placeholder: "<rope>" }),
      ringers: option(z.array(z.string()).default([]), { description: "Who rings it", placeholder: "<name>" }),
      wheel: option(z.string().optional(), { description: "What it turns on", placeholder: "<wheel>" }),
      sound: option(z.string().optional(), { description: "How it sounds, which nobody is told", secret: true }),
      bells: option(z.enum(["one", "two"]).default("one"), { description: "How many there are", placeholder: "<number>" }),
    }),
    open: async () => ({}),
    check: async () => ({}),
    withheld: ({ bells }) => new Map(bells === "one" ? [["bell_ring_other", "--bells two"]] : []),
    tools: [ring("bell_ring"), ring("bell_ring_other")],
  }),
);
`;
