import { type CallContext, defineResource } from "@drawbridge/core";
import type { Github } from "../api/github.ts";

/** What GitHub still takes of requests. */
export const budget = defineResource({
  name: "budget",
  title: "Budget",
  description:
    "How many requests are left this hour, by credential and by GitHub's resource (core, search, graphql …). As JSON; asking costs none.",
  uriTemplate: "github://budget",
  mimeType: "application/json",
  like: "github_whoami",
  async read(_, context: CallContext<Github>) {
    const { client } = context;
    const call = client.call(context);
    const asked = [undefined, ...client.ownersWithToken].map(async (owner) => {
      const { resources } = await call.requestBeyond("GET /rate_limit", {}, "the rate limits", owner);
      return [owner ?? "default", resources] as const;
    });
    return { body: JSON.stringify(Object.fromEntries(await Promise.all(asked)), undefined, 1) };
  },
});
