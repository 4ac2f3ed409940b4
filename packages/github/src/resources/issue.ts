import { type CallContext, defineResource } from "@drawbridge/core";
import type { Github } from "../api/github.ts";

/** Issues by address. */
export const issue = defineResource({
  name: "issue",
  title: "Issue",
  description:
    "An issue and its first comments as JSON, each text with its author. github_issue_read goes on where this ends. Subscribe to it to " +
    "hear when it changes.",
  uriTemplate: "repo://{owner}/{repo}/issues/{number}",
  mimeType: "application/json",
  like: "github_issue_read",
  async complete(variable, typed, context: CallContext<Github>, chosen) {
    const { complete } = await import("../completing/complete.ts");
    return complete(variable === "number" ? "issue_number" : (variable as "owner" | "repo"), typed, context, chosen);
  },
  async read(uri, context: CallContext<Github>) {
    const { readThread } = await import("./read-thread.ts");
    const { readIssue } = await import("../issues/read-issue.ts");
    return readThread(uri, readIssue, context);
  },
  async watch(uri, listener, context: CallContext<Github>) {
    const { watchIssue } = await import("../watching/watch-issue.ts");
    return watchIssue(uri, listener, context);
  },
});
