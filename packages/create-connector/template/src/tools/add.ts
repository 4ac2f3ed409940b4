import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import { item } from "../api/item.ts";
import type { QuillHarbour } from "../api/quill-harbour.ts";

/** A new item. */
export const add = defineTool({
  name: "quill_harbour_add",
  title: "Add",
  description: "Adds a new item to Quill Harbour, and changes none that is there. quill_harbour_search finds those.",
  effect: "write",
  additive: true,
  input: z.object({
    title: z.string().min(1).max(200).describe("One line"),
    body: z.string().max(20_000).default("").describe("Plain text"),
  }),
  output: item,
  // What a person sees who is asked whether it may be done. It depends on nothing that might change meanwhile.
  plan: async ({ title }) => ({ summary: `Add “${title}” to Quill Harbour`, stateDigest: "" }),
  async run(wanted, { client, signal }: ToolContext<QuillHarbour>) {
    return client.add(wanted, signal);
  },
});
