import { type CallContext, defineResource } from "@drawbridge/core";
import type { Github } from "../api/github.ts";

/** Pull requests by address. */
export const pull = defineResource({
  name: "pull",
  title: "Pull request",
  description:
    "An overview of a pull request as JSON: state, checks that fail with what they say, review threads that are open. github_pr_read has " +
    "its other sides. Subscribe to it to hear when it changes.",
  uriTemplate: "repo://{owner}/{repo}/pulls/{number}",
  mimeType: "application/json",
  like: "github_pr_read",
  async complete(variable, typed, context: CallContext<Github>, chosen) {
    const { complete } = await import("../completing/complete.ts");
    return complete(variable === "number" ? "pull_number" : (variable as "owner" | "repo"), typed, context, chosen);
  },
  async read(uri, context: CallContext<Github>) {
    const { readThread } = await import("./read-thread.ts");
    const { overview } = await import("../pulls/overview.ts");
    return readThread(uri, overview, context);
  },
  async watch(uri, listener, context: CallContext<Github>) {
    const { watchPull } = await import("../watching/watch-pull.ts");
    return watchPull(uri, listener, context);
  },
});
