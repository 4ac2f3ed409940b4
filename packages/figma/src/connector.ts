import { defineConnector } from "@drawbridge/core";
import { options } from "./options.ts";

/** Designs of Figma: read from the API or from local files, changed where they are open. */
export const figma = defineConnector({
  name: "figma",
  title: "Figma",
  description: "Serves Figma: designs as a model can use them, from the API or from local .fig files.",
  examples: [["npx @drawbridge/figma design.fig", "read a local file, without a token"]],
  package: new URL("../package.json", import.meta.url),
  options,
  open: async () => ({}),
  check: async () => ({}),
  tools: [],
});
