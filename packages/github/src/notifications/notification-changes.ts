import type { Content } from "@drawbridge/core";
import type { GithubCall } from "../api/github-call.ts";
import type { Change } from "../changing/change.ts";
import { done } from "../changing/done.ts";
import { needed } from "../changing/needed.ts";
import { repositoryIfAny } from "../scope/repository-if-any.ts";
import { given } from "../shown/given.ts";
import { admitNotification } from "./admit-notification.ts";
import type { Notification } from "./notification.ts";

/** What `github_notifications_write` is asked; each method takes some of it. */
export interface NotificationInput {
  readonly method: keyof typeof notificationChanges;
  readonly thread_id?: number | undefined;
  readonly owner?: string | undefined;
  readonly repo?: string | undefined;
  readonly last_read_at?: string | undefined;
}

type Making = (input: NotificationInput, call: GithubCall) => Promise<Change>;

const thread =
  (
    what: string,
    told: string,
    apply: (call: GithubCall, thread_id: number, about: string) => Promise<unknown>,
  ): Making =>
  async ({ method, thread_id: id }, call) => {
    const thread_id = needed(id, "thread_id", method);
    const about = `the notification ${thread_id}`;
    const found: Notification = await call.requestBeyond(
      "GET /notifications/threads/{thread_id}",
      { thread_id },
      about,
    );
    if (!admitNotification(call, found)) {
      const [owner = "", repo = ""] = found.repository.full_name.split("/");
      call.scope.assertAdmits(owner, repo);
    }
    const name = `${about}, ${found.subject.title} (${found.repository.full_name})`;
    return own(`${what} ${name}`, [found.unread, found.updated_at], async () => {
      await apply(call, thread_id, about);
      return done(`${told} ${about}`);
    });
  };

const mark_all_read: Making = async ({ method, last_read_at: until, ...input }, call) => {
  const at = repositoryIfAny(input);
  const before = given({ last_read_at: until });
  if (at === undefined) {
    // It would reach those outside of the scope too.
    const isWithin = call.scope.isOpen ? true : undefined;
    needed(isWithin, "owner and repo, since only some repositories may be used here", method);
    return own("Mark all of your notifications as read", until, async () => {
      await call.requestBeyond("PUT /notifications", before, "your notifications");
      return done("Marked all notifications as read");
    });
  }
  const about = `${at.owner}/${at.repo}`;
  call.scope.assertAdmits(at.owner, at.repo);
  return own(`Mark all of your notifications about ${about} as read`, until, async () => {
    await call.requestBeyond("PUT /repos/{owner}/{repo}/notifications", { ...at, ...before }, about, at.owner);
    return done(`Marked the notifications about ${about} as read`);
  });
};

/** How each method of `github_notifications_write` changes what. */
export const notificationChanges = {
  mark_read: thread("Mark as read", "Marked as read", (call, thread_id, about) =>
    call.requestBeyond("PATCH /notifications/threads/{thread_id}", { thread_id }, about),
  ),
  mark_done: thread("Mark as done", "Marked as done", (call, thread_id, about) =>
    call.requestBeyond("DELETE /notifications/threads/{thread_id}", { thread_id }, about),
  ),
  mute: thread("Tell of no more about", "Muted", (call, thread_id, about) =>
    call.requestBeyond("PUT /notifications/threads/{thread_id}/subscription", { thread_id, ignored: true }, about),
  ),
  unsubscribe: thread("Tell only of mentions of", "Unsubscribed from", (call, thread_id, about) =>
    call.requestBeyond("DELETE /notifications/threads/{thread_id}/subscription", { thread_id }, about),
  ),
  mark_all_read,
} as const;

/** Nobody else sees it, and no words are carried anywhere. */
function own(summary: string, state: unknown, apply: () => Promise<Content>): Change {
  return { target: undefined, foresee: async () => ({ summary, state: [summary, state] }), apply };
}
