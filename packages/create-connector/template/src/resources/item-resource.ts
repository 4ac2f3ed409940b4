import { type CallContext, defineResource } from "@drawbridge/core";
import type { QuillHarbour } from "../api/quill-harbour.ts";

const beginning = "quill-harbour://items/";

/** Items by address. */
export const itemResource = defineResource({
  name: "item",
  title: "Item",
  description: "An item of Quill Harbour, as JSON.",
  uriTemplate: `${beginning}{id}`,
  mimeType: "application/json",
  like: "quill_harbour_search",
  async read(uri, { client, signal }: CallContext<QuillHarbour>) {
    const found = await client.item(uri.slice(beginning.length), signal);
    return { mimeType: "application/json", body: JSON.stringify(found) };
  },
});
