import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import { item } from "../api/item.ts";
import type { QuillHarbour } from "../api/quill-harbour.ts";

/** How many items are asked for at a time. */
const atOnce = 50;

/** Items that have a text in them. */
export const search = defineTool({
  name: "quill_harbour_search",
  title: "Search",
  description:
    "Finds items of Quill Harbour whose title or body has a text in it, the newest first. The resource " +
    "quill-harbour://items/{id} gives one of them as it is.",
  effect: "read",
  pages: "items",
  input: z.object({
    text: z.string().max(200).describe("To look for; case does not count, and an empty text finds all"),
  }),
  output: z.object({ items: z.array(item) }),
  async run({ text }, { client, page, signal }: ToolContext<QuillHarbour>) {
    const items: z.output<typeof item>[] = [];
    for (let start = (page.place as number | undefined) ?? 0; ; start += atOnce) {
      const found = await client.search(text, start, atOnce, signal);
      for (const [index, one] of found.entries()) {
        if (!page.take(one)) {
          page.stopAt(start + index);
          return { items };
        }
        items.push(one);
      }
      if (found.length < atOnce) return { items };
    }
  },
});
