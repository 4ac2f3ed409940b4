import type { Comment } from "@figma/rest-api-spec";

/** The node that a comment is pinned to; undefined where it lies on the canvas. */
export function pinnedTo({ client_meta }: Pick<Comment, "client_meta">): string | undefined {
  return "node_id" in client_meta ? client_meta.node_id : undefined;
}
