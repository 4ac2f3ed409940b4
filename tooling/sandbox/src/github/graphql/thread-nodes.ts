import { nodeId } from "../nodes.ts";
import { actor } from "./actor.ts";
import { connection } from "./connection.ts";
import { pullNode } from "./pull-node.ts";
import type { Rest } from "./rest.ts";
import type { Viewer } from "./viewer.ts";

/**
 * The threads of a pull request: REST knows comments, and which answers which.
 *
 * @param own the path of the pull request
 */
export async function threadNodes(viewer: Viewer, own: string): Promise<readonly object[]> {
  const comments = await viewer.list(`${own}/comments`);
  const roots = comments.filter(({ in_reply_to_id }) => in_reply_to_id == null);
  return roots.map((root) => threadNode(viewer, own, root, comments));
}

/** The thread that a comment began. */
export function threadNode(viewer: Viewer, own: string, root: Rest, comments: readonly Rest[]) {
  const { resolvedBy } = viewer.stand.comments;
  const id = nodeId("PullRequestReviewThread", root.id);
  viewer.stand.nodes.keep(id, { path: own, number: root.id });
  const said = comments.filter((one) => one.id === root.id || one.in_reply_to_id === root.id);
  return {
    __typename: "PullRequestReviewThread",
    id,
    path: root.path,
    line: root.line ?? null,
    originalLine: root.line ?? null,
    startLine: root.start_line ?? null,
    diffSide: root.side ?? "RIGHT",
    subjectType: "LINE",
    isResolved: resolvedBy.has(root.id),
    resolvedBy: () => (resolvedBy.has(root.id) ? { __typename: "User", login: resolvedBy.get(root.id) } : null),
    isOutdated: false,
    isCollapsed: resolvedBy.has(root.id),
    comments: connection(() => said.map(reviewCommentNode)),
    pullRequest: async () => {
      const pull = await viewer.get(own);
      return pull === undefined ? undefined : pullNode(viewer, pull, own.replace(/\/pulls\/\d+$/, ""));
    },
  };
}

/** A comment on lines. */
export function reviewCommentNode(comment: Rest) {
  return {
    __typename: "PullRequestReviewComment",
    id: comment.node_id,
    databaseId: comment.id,
    author: actor(comment.user),
    authorAssociation: comment.author_association,
    body: comment.body ?? "",
    bodyText: comment.body ?? "",
    path: comment.path,
    line: comment.line ?? null,
    diffHunk: comment.diff_hunk,
    createdAt: comment.created_at,
    updatedAt: comment.updated_at,
    url: comment.html_url,
  };
}
