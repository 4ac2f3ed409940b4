import { type CallContext, sha256, type Watch, type WatchListener } from "@drawbridge/core";
import type { Github } from "../api/github.ts";
import type { Contents } from "../contents/contents-at.ts";
import { contentsAddress } from "../resources/contents-address.ts";
import { shownEntries } from "../resources/shown-entries.ts";
import { Looks } from "./looks.ts";

/**
 * Watches a file or a folder: one conditional request. What tells its states apart is what it holds, not the commit that its branch
 * is at, so that a change of another file is none of this one.
 */
export async function watchContents(
  uri: string,
  listener: WatchListener,
  context: CallContext<Github>,
): Promise<Watch> {
  const address = contentsAddress(uri);
  const { owner, repo, path, ref } = address;
  const looks = new Looks(context.client.call(context), `${owner}/${repo}: ${path}`);
  const question = {
    route: "GET /repos/{owner}/{repo}/contents/{path}",
    parameters: { owner, repo, path, ...(ref === undefined ? {} : { ref }) },
    accept: "application/vnd.github.object+json",
  };
  const seen = (found: Contents | NonNullable<Contents["entries"]>): string => {
    if (!("type" in found)) return sha256(JSON.stringify(shownEntries(found, address)));
    const { type, sha, size, content, target, entries } = found;
    // Of a symlink the sha is its own, and the content that of what it leads to.
    const held = type === "dir" ? shownEntries(entries ?? [], address) : [sha, size, content, target];
    return sha256(JSON.stringify([type, held]));
  };
  const state = () => looks.at(question, seen);
  return context.client.watching.begin({ looks, state }, listener, context);
}
