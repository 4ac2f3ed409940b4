import { GraphQLError } from "graphql";
import { commitNode } from "./git-nodes.ts";
import type { Viewer } from "./viewer.ts";

interface CommitInput {
  readonly branch: { readonly repositoryNameWithOwner?: string; readonly branchName?: string };
  readonly expectedHeadOid: string;
  readonly message: { readonly headline: string; readonly body?: string };
  readonly fileChanges?: {
    readonly additions?: readonly { readonly path: string; readonly contents: string }[];
    readonly deletions?: readonly { readonly path: string }[];
  };
}

/** Several files in one commit; refused where the branch has moved on. Modes are kept by nobody here, as at GitHub. */
export function createCommitOnBranch(viewer: Viewer) {
  return async ({ input }: { input: CommitInput }) => {
    const at = `/repos/${input.branch.repositoryNameWithOwner}`;
    const ref = `heads/${input.branch.branchName}`;
    const head = (await viewer.send("GET", `${at}/git/ref/${ref}`)).object.sha;
    if (head !== input.expectedHeadOid)
      throw new GraphQLError(
        `Expected branch to point to "${input.expectedHeadOid}" but it did not. Pull and try again.`,
        { extensions: { type: "STALE_DATA" } },
      );
    const base = await viewer.send("GET", `${at}/git/commits/${head}`);
    const added = await Promise.all(
      (input.fileChanges?.additions ?? []).map(async ({ path, contents }) => {
        const { sha } = await viewer.send("POST", `${at}/git/blobs`, { content: contents, encoding: "base64" });
        return { path, mode: "100644", type: "blob", sha };
      }),
    );
    const removed = (input.fileChanges?.deletions ?? []).map(({ path }) => ({
      path,
      mode: "100644",
      type: "blob",
      sha: null,
    }));
    const tree = await viewer.send("POST", `${at}/git/trees`, {
      base_tree: base.tree.sha,
      tree: [...added, ...removed],
    });
    const message = [input.message.headline, input.message.body].filter(Boolean).join("\n\n");
    const commit = await viewer.send("POST", `${at}/git/commits`, { message, tree: tree.sha, parents: [head] });
    await viewer.send("PATCH", `${at}/git/refs/${ref}`, { sha: commit.sha });
    const made = await viewer.send("GET", `${at}/commits/${commit.sha}`);
    return { commit: commitNode(viewer, at, made) };
  };
}
