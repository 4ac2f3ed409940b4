import { type CallContext, defineResource } from "@drawbridge/core";
import type { Github } from "../api/github.ts";

/** Files and folders of the default branch. */
export const contents = defineResource({
  name: "contents",
  title: "File or folder",
  description:
    "A file of a repository's default branch, exact to the byte, up to 1 MiB (github_read reads larger ones by pages); a folder as a " +
    "JSON list of what is in it, each with its address. Subscribe to it to hear when it changes.",
  uriTemplate: "repo://{owner}/{repo}/contents{/path*}",
  like: ["github_read", "github_tree"],
  async list(context: CallContext<Github>) {
    const { listedRepositories } = await import("./listed-repositories.ts");
    return listedRepositories(context);
  },
  async complete(variable, typed, context: CallContext<Github>, chosen) {
    const { complete } = await import("../completing/complete.ts");
    return complete(variable as "owner" | "repo" | "ref" | "path", typed, context, chosen);
  },
  async read(uri, context: CallContext<Github>) {
    const { readContents } = await import("./read-contents.ts");
    const { withCost } = await import("./with-cost.ts");
    return withCost(context, (counted) => readContents(uri, counted));
  },
  async watch(uri, listener, context: CallContext<Github>) {
    const { watchContents } = await import("../watching/watch-contents.ts");
    return watchContents(uri, listener, context);
  },
});
