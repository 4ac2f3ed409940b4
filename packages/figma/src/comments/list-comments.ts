import { ConnectorError, type Page, type ToolContext } from "@drawbridge/core";
import type { Comment } from "@figma/rest-api-spec";
import { callOf } from "../client/call-of.ts";
import type { FigmaClient } from "../client/figma-client.ts";
import { tooLarge } from "../listing/too-large.ts";
import { pinnedTo } from "./pinned-to.ts";

interface Asked {
  readonly file: string;
  readonly node?: string | undefined;
  readonly resolved: boolean;
}

/** Threads of a file's comments, as many as fit. */
export async function listComments({ file, node, resolved }: Asked, context: ToolContext<FigmaClient>) {
  const { key } = context.client.remote(file, "comments");
  const { comments } = await context.client.api(callOf(context)).comments(key);
  const roots = comments
    .filter(({ parent_id }) => !parent_id)
    .filter((comment) => resolved || !comment.resolved_at)
    .filter((comment) => node === undefined || pinnedTo(comment) === node)
    .sort((one, other) => Date.parse(other.created_at) - Date.parse(one.created_at));
  const replies = repliesOf(comments);
  const { page } = context;
  const from = page.place === undefined ? 0 : roots.findIndex(({ id }) => id === page.place);
  if (from < 0)
    throw new ConnectorError("conflict", "The thread from which to go on is gone. Begin anew, without the cursor.");
  const threads: ReturnType<typeof shown>[] = [];
  for (const root of roots.slice(from)) {
    const thread = takeThread(root, replies.get(root.id) ?? [], page, threads.length === 0);
    if (thread === undefined) {
      page.stopAt(root.id);
      break;
    }
    threads.push(thread);
  }
  return { threads };
}

/** Undefined where it has to wait for the next page. The first of a page never waits: its last replies are shown then. */
function takeThread(root: Comment, replies: readonly Comment[], page: Page, isFirst: boolean) {
  const whole = shown(root, replies);
  if (page.take(whole)) return whole;
  if (!isFirst) return undefined;
  for (let kept = replies.length >> 1; ; kept >>= 1) {
    const part = { ...shown(root, replies.slice(replies.length - kept)), replies_left_out: replies.length - kept };
    if (page.take(part)) return part;
    if (kept === 0) throw tooLarge();
  }
}

function shown(root: Comment, replies: readonly Comment[]) {
  const node = pinnedTo(root);
  const reactions = root.reactions.map(({ emoji, user }) => `${emoji} ${user.handle}`);
  return {
    ...words(root),
    ...(node === undefined ? {} : { node }),
    ...(root.resolved_at ? { resolved: root.resolved_at } : {}),
    ...(reactions.length === 0 ? {} : { reactions: reactions.slice(0, 50) }),
    replies: replies.map(words),
  };
}

function words({ id, user, created_at, message }: Comment) {
  return { id, by: user.handle, created: created_at, message };
}

function repliesOf(comments: readonly Comment[]): ReadonlyMap<string, readonly Comment[]> {
  const replies = new Map<string, Comment[]>();
  for (const comment of comments) {
    if (!comment.parent_id) continue;
    const thread = replies.get(comment.parent_id) ?? [];
    thread.push(comment);
    replies.set(comment.parent_id, thread);
  }
  return replies;
}
