import { defineConnector } from "@drawbridge/core";
import * as z from "zod";
import { askingTools } from "./asking-tools.ts";
import { contentTools } from "./content-tools.ts";
import { prompts } from "./prompts.ts";
import { resources } from "./resources.ts";
import { roundTools } from "./round-tools.ts";
import { tellingTools } from "./telling-tools.ts";

/**
 * What the protocol's conformance suite expects a server to have, made with core as any connector is, so that the suite
 * tries core itself.
 *
 * @see https://github.com/modelcontextprotocol/conformance
 */
export const conformance = defineConnector({
  name: "conformance",
  title: "Conformance",
  description: "Serves what the protocol's conformance suite expects of a server.",
  examples: [],
  package: new URL("../../package.json", import.meta.url),
  options: z.object({}),
  open: async () => ({}),
  check: async () => ({}),
  tools: [...contentTools, ...tellingTools, ...askingTools, ...roundTools],
  resources,
  prompts,
});
