import { defineConnector } from "@drawbridge/core";
import { QuillHarbour } from "./api/quill-harbour.ts";
import { options } from "./options.ts";
import { itemResource } from "./resources/item-resource.ts";
import { add } from "./tools/add.ts";
import { search } from "./tools/search.ts";

/** Items of Quill Harbour. */
export const quillHarbour = defineConnector({
  name: "quill-harbour",
  title: "Quill Harbour",
  description: "Serves Quill Harbour: finds its items, and adds new ones.",
  examples: [
    ["QUILL_HARBOUR_TOKEN=… npx @drawbridge/quill-harbour https://quill-harbour.example.com", "find items"],
    ["npx @drawbridge/quill-harbour --check https://quill-harbour.example.com", "see whether it would work"],
  ],
  package: new URL("../package.json", import.meta.url),
  options,
  open: async (given) => QuillHarbour.open(given),
  async close() {
    // The client holds no connection that must be ended. Where yours does (a pool, a socket), end it here.
  },
  check: async (client, signal) => ({ user: await client.user(signal) }),
  tools: [add, search],
  resources: [itemResource],
});
