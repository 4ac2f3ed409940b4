import type { Discussion } from "../kept/discussions.ts";
import { nodeId } from "../nodes.ts";
import { commentNode, discussionNode } from "./discussion-nodes.ts";
import { unresolved } from "./unresolved.ts";
import type { Viewer } from "./viewer.ts";

type Input<Fields> = { readonly input: Fields };

/** Discussions are written by GraphQL alone. */
export function discussionMutations(viewer: Viewer) {
  const { discussions, nodes } = viewer.stand;
  const found = (id: string): Discussion => {
    const discussion = discussions.all.find(({ number }) => nodeId("Discussion", number) === id);
    if (discussion === undefined) throw unresolved(`Could not resolve to a node with the global id of '${id}'`);
    return discussion;
  };
  const withComment = (id: string): Discussion => {
    const discussion = discussions.all.find(({ comments }) =>
      comments.some((one) => nodeId("DiscussionComment", one.id) === id),
    );
    if (discussion === undefined) throw unresolved(`Could not resolve to a node with the global id of '${id}'`);
    return discussion;
  };
  return {
    createDiscussion: ({ input }: Input<{ repositoryId: string; categoryId: string; title: string; body: string }>) => {
      const repository = nodes.pathOf(input.repositoryId)?.replace("/repos/", "");
      const category = Buffer.from(input.categoryId, "base64").toString().split("/").at(-1);
      if (repository === undefined || category === undefined)
        throw unresolved(`Could not resolve to a node with the global id of '${input.repositoryId}'`);
      const { title, body } = input;
      return {
        discussion: discussionNode(viewer, discussions.add({ repository, category, title, body, login: viewer.login })),
      };
    },
    updateDiscussion: ({ input }: Input<{ discussionId: string; title?: string; body?: string }>) => {
      const discussion = found(input.discussionId);
      if (input.title !== undefined) discussion.title = input.title;
      if (input.body !== undefined) discussion.body = input.body;
      return { discussion: discussionNode(viewer, discussion) };
    },
    closeDiscussion: ({ input }: Input<{ discussionId: string; reason?: string }>) => {
      const discussion = found(input.discussionId);
      discussion.closedAs = input.reason ?? "RESOLVED";
      return { discussion: discussionNode(viewer, discussion) };
    },
    reopenDiscussion: ({ input }: Input<{ discussionId: string }>) => {
      const discussion = found(input.discussionId);
      discussion.closedAs = null;
      return { discussion: discussionNode(viewer, discussion) };
    },
    addDiscussionComment: ({ input }: Input<{ discussionId: string; body: string; replyToId?: string }>) => {
      const discussion = found(input.discussionId);
      const replyTo =
        discussion.comments.find(({ id }) => nodeId("DiscussionComment", id) === input.replyToId)?.id ?? null;
      return {
        comment: commentNode(viewer, discussion, discussions.comment(discussion, viewer.login, input.body, replyTo)),
      };
    },
    markDiscussionCommentAsAnswer: ({ input }: Input<{ id: string }>) => {
      const discussion = withComment(input.id);
      discussion.answer =
        discussion.comments.find(({ id }) => nodeId("DiscussionComment", id) === input.id)?.id ?? null;
      return { discussion: discussionNode(viewer, discussion) };
    },
    unmarkDiscussionCommentAsAnswer: ({ input }: Input<{ id: string }>) => {
      const discussion = withComment(input.id);
      discussion.answer = null;
      return { discussion: discussionNode(viewer, discussion) };
    },
  };
}
