import { option } from "@drawbridge/core";
import * as z from "zod";

/** The connector's own options: flags, environment and configuration are read by these alone. */
export const options = z.object({
  url: option(z.url({ protocol: /^https?$/, error: "expected an address such as https://quill-harbour.example.com" }), {
    description: "Where Quill Harbour answers",
    placeholder: "<url>",
    positional: true,
    environment: ["QUILL_HARBOUR_URL"],
  }),
  token: option(z.string().min(1), {
    description: "The access token of a user of Quill Harbour; this server can do no more than that user may",
    secret: true,
    environment: ["QUILL_HARBOUR_TOKEN"],
  }),
});
