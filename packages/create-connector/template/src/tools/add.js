import { defineTool } from "@drawbridge/core";
import * as z from "zod";
import { item } from "../api/item.ts";
/** A new item. */
export const add = defineTool({
  name: "quill_harbour_add",
  title: "Add",
  description: "Adds a new item to Quill Harbour, and changes none that is there. quill_harbour_search finds those.",
  effect: "write",
  additive: true,
  input: z.object({
    title: z.string().min(1).max(200).describe("One line"),
    body: z.string().max(20000).default("").describe("Plain text"),
  }),
  output: item,
  async run(wanted, { client, signal }) {
    return client.add(wanted, signal);
  },
});
