import type { GithubCall } from "../api/github-call.ts";
import { given } from "../shown/given.ts";
import { nobody } from "../trust/nobody.ts";

/** What of GitHub's notification is looked at. */
export interface Notification {
  readonly id: string;
  readonly unread: boolean;
  readonly reason: string;
  readonly updated_at: string;
  readonly subject: { readonly title: string; readonly type: string; readonly url: string | null };
  readonly repository: { readonly full_name: string };
}

/** Whether it is about a repository within the scope; then it is recorded as read: whose words its title is nobody says. */
export function admitNotification(call: GithubCall, { repository }: Notification): boolean {
  const [owner = "", repo = ""] = repository.full_name.split("/");
  if (!call.scope.admits(owner, repo)) return false;
  call.ledger.record({ owner, repo, author: nobody, what: `a notification about ${repository.full_name}` });
  return true;
}

/** A notification as it is shown. */
export function shownNotification({ id, unread, reason, updated_at, subject, repository }: Notification) {
  const number = Number(/\/(?:issues|pulls)\/(\d+)$/.exec(subject.url ?? "")?.[1]);
  return {
    thread_id: Number(id),
    repository: repository.full_name,
    type: subject.type,
    ...given({ number: Number.isSafeInteger(number) ? number : undefined }),
    title: subject.title,
    reason,
    unread,
    updated_at,
  };
}
