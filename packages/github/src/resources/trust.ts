import { type CallContext, defineResource } from "@drawbridge/core";
import type { Github } from "../api/github.ts";

/** What the flow guard knows of this caller. */
export const trust = defineResource({
  name: "trust",
  title: "Trust",
  description:
    "What was read since the server started, from whom, and whether somebody stands for it; which places may be written to now, and " +
    "what keeps others shut. As JSON.",
  uriTemplate: "github://trust",
  mimeType: "application/json",
  async read(_, context: CallContext<Github>) {
    const { trustReport } = await import("../trust/trust-report.ts");
    return { body: JSON.stringify(await trustReport(context.client.call(context)), undefined, 1) };
  },
});
