import { ConnectorError } from "@drawbridge/core";
import type { Comment, PostCommentRequestBody } from "@figma/rest-api-spec";
import type { FigmaApi } from "../api/figma-api.ts";
import { type Change, done } from "../changing/change.ts";
import { needed } from "../changing/needed.ts";
import type { FigmaClient } from "../client/figma-client.ts";
import { pinnedTo } from "./pinned-to.ts";

interface Asked {
  readonly file: string;
  readonly message?: string | undefined;
  readonly comment_id?: string | undefined;
  readonly node?: string | undefined;
  readonly x?: number | undefined;
  readonly y?: number | undefined;
  readonly emoji?: string | undefined;
}

type Making = (asked: Asked, client: FigmaClient, api: FigmaApi) => Promise<Change>;

const keyOf = (file: string, client: FigmaClient) => client.remote(file, "comments").key;

/** What can be done with comments. */
export const commentChanges: Readonly<Record<"create" | "reply" | "delete" | "react" | "unreact", Making>> = {
  async create({ file, message, node, x = 0, y = 0 }, client, api) {
    const key = keyOf(file, client);
    const text = needed(message, "message", "create");
    const client_meta: PostCommentRequestBody["client_meta"] =
      node === undefined ? { x, y } : { node_id: node, node_offset: { x, y } };
    const where = node === undefined ? `at ${x}, ${y} on the canvas` : `on node ${node}`;
    return {
      summary: `Comment ${where} of file ${key}, for all who see it:\n${text}`,
      state: { key, client_meta, text },
      async apply() {
        const { id } = await api.postComment(key, { message: text, client_meta });
        return done(`Commented ${where} of file ${key}.`, { comment_id: id });
      },
    };
  },
  async reply({ file, message, comment_id }, client, api) {
    const key = keyOf(file, client);
    const text = needed(message, "message", "reply");
    const root = await find(api, key, needed(comment_id, "comment_id", "reply"));
    const thread = root.parent_id || root.id;
    return {
      summary: `Reply to ${root.user.handle}'s comment ${thread} on file ${key}, for all who see it:\n${text}\n\nIt answers:\n${root.message}`,
      state: { key, root: [root.id, root.message, root.resolved_at], text },
      async apply() {
        const { id } = await api.postComment(key, { message: text, comment_id: thread });
        return done(`Replied to comment ${thread}.`, { comment_id: id });
      },
    };
  },
  async delete({ file, comment_id }, client, api) {
    const key = keyOf(file, client);
    const comment = await find(api, key, needed(comment_id, "comment_id", "delete"));
    const node = pinnedTo(comment);
    return {
      summary: `Delete ${comment.user.handle}'s comment ${comment.id} on ${node === undefined ? "the canvas" : `node ${node}`} of file ${key}, for good:\n${comment.message}`,
      state: { key, comment: [comment.id, comment.message] },
      async apply() {
        await api.deleteComment(key, comment.id);
        return done(`Deleted comment ${comment.id}.`);
      },
    };
  },
  async react({ file, comment_id, emoji }, client, api) {
    const key = keyOf(file, client);
    const comment = await find(api, key, needed(comment_id, "comment_id", "react"));
    const sign = needed(emoji, "emoji", "react");
    return {
      summary: `React with ${sign} to ${comment.user.handle}'s comment ${comment.id} on file ${key}:\n${comment.message}`,
      state: { key, comment: [comment.id, comment.message], sign },
      async apply() {
        await api.postReaction(key, comment.id, sign);
        return done(`Reacted with ${sign} to comment ${comment.id}.`);
      },
    };
  },
  async unreact({ file, comment_id, emoji }, client, api) {
    const key = keyOf(file, client);
    const id = needed(comment_id, "comment_id", "unreact");
    const sign = needed(emoji, "emoji", "unreact");
    return {
      summary: `Take back your ${sign} from comment ${id} on file ${key}.`,
      state: { key, id, sign },
      async apply() {
        await api.deleteReaction(key, id, sign);
        return done(`Took back ${sign} from comment ${id}.`);
      },
    };
  },
};

async function find(api: FigmaApi, key: string, id: string): Promise<Comment> {
  const { comments } = await api.comments(key);
  const found = comments.find((comment) => comment.id === id);
  if (found !== undefined) return found;
  throw new ConnectorError(
    "not_found",
    `File ${key} has no comment ${id}. figma_comments_read lists those that there are.`,
  );
}
