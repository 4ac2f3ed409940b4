import type { Comment, PostCommentRequestBody, Reaction } from "@figma/rest-api-spec";
import { ok, refused } from "../exchange.ts";
import type { Route } from "./route.ts";

const ofFile = { tier: 2, isOfFile: true } as const;
const one = /^\/v1\/files\/([^/]+)\/comments\/([^/]+)$/;
const all = /^\/v1\/files\/([^/]+)\/comments$/;
const reactions = /^\/v1\/files\/([^/]+)\/comments\/([^/]+)\/reactions$/;

/** What people say of a file. */
export const commentRoutes: readonly Route[] = [
  {
    ...{ method: "GET", path: all, scope: "file_comments:read", ...ofFile },
    answer: ({ file }) => ok({ comments: file.comments }),
  },
  {
    ...{ method: "POST", path: all, scope: "file_comments:write", ...ofFile },
    answer({ file, state, token, body }) {
      const { message, comment_id, client_meta } = body as PostCommentRequestBody;
      const root = file.comments.find(({ id }) => id === comment_id);
      if (comment_id !== undefined && root === undefined) return refused(404, "Comment not found");
      if (root?.parent_id) return refused(400, "Comments may only be replied to at their root", true);
      const comment: Comment = {
        ...{ id: state.nextId(), file_key: file.key, message, user: state.user(token.login) },
        client_meta: client_meta ?? root?.client_meta ?? { x: 0, y: 0 },
        ...(comment_id === undefined ? {} : { parent_id: comment_id }),
        ...{ created_at: state.now().toISOString(), resolved_at: null, reactions: [] },
        order_id: comment_id === undefined ? String(file.comments.length + 1) : null,
      };
      file.comments.push(comment);
      return ok(comment);
    },
  },
  {
    ...{ method: "DELETE", path: one, scope: "file_comments:write", ...ofFile },
    answer({ file, token, parts, state }) {
      const index = file.comments.findIndex(({ id }) => id === parts[1]);
      const found = file.comments[index];
      if (found === undefined) return refused(404, "Comment not found");
      if (found.user.id !== state.user(token.login).id) return refused(403, "You may only delete your own comments");
      file.comments.splice(index, 1);
      return ok({ status: 200, error: false });
    },
  },
  {
    ...{ method: "GET", path: reactions, scope: "file_comments:read", ...ofFile },
    answer({ file, parts }) {
      const comment = file.comments.find(({ id }) => id === parts[1]);
      return comment === undefined
        ? refused(404, "Comment not found")
        : ok({ reactions: comment.reactions, pagination: {} });
    },
  },
  {
    ...{ method: "POST", path: reactions, scope: "file_comments:write", ...ofFile },
    answer({ file, parts, state, token, body }) {
      const comment = file.comments.find(({ id }) => id === parts[1]);
      if (comment === undefined) return refused(404, "Comment not found");
      const { emoji } = body as { emoji: string };
      comment.reactions.push({ emoji, user: state.user(token.login), created_at: state.now().toISOString() });
      return ok({ status: 200, error: false });
    },
  },
  {
    ...{ method: "DELETE", path: reactions, scope: "file_comments:write", ...ofFile },
    answer({ file, parts, state, token, query }) {
      const comment = file.comments.find(({ id }) => id === parts[1]);
      const isOwn = ({ emoji, user }: Reaction) =>
        emoji === query.get("emoji") && user.id === state.user(token.login).id;
      const index = comment?.reactions.findIndex(isOwn) ?? -1;
      if (comment === undefined || index < 0) return refused(404, "Reaction not found");
      comment.reactions.splice(index, 1);
      return ok({ status: 200, error: false });
    },
  },
];
