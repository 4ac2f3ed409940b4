import { given } from "../shown/given.ts";
import type { Notification } from "./notification.ts";

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
