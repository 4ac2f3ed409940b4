import type { Answer, Ask, Routes } from "../front/exchange.ts";
import { notFound, refusal } from "../front/refusal.ts";
import type { Notification } from "../kept/notifications.ts";
import type { Stand } from "../stand.ts";
import { page } from "./page.ts";
import { repositoryOf } from "./repository-of.ts";

/** What somebody is told of. */
export function notificationRoutes(stand: Stand): Routes {
  const theirs = (ask: Ask) =>
    stand.notifications.filter(({ login, isDone }) => login === ask.credential?.login && !isDone);
  const list = async (ask: Ask, isMeant: (one: Notification) => boolean): Promise<Answer> => {
    if (ask.credential === undefined) return refusal(401, "Requires authentication");
    const isAll = ask.query.get("all") === "true";
    const all = theirs(ask).filter((one) => isMeant(one) && (isAll || one.isUnread));
    return page(ask, stand.url, await Promise.all(all.map((one) => body(stand, ask, one))));
  };
  const thread = (then: (ask: Ask, one: Notification) => Answer | Promise<Answer>) => (ask: Ask, id?: string) => {
    const found = theirs(ask).find((one) => String(one.id) === id);
    return found === undefined ? notFound() : then(ask, found);
  };
  const readAll = (ask: Ask, isMeant: (one: Notification) => boolean): Answer => {
    for (const one of theirs(ask).filter(isMeant)) one.isUnread = false;
    return { status: 205 };
  };
  const here = (owner?: string, repo?: string) => (one: Notification) => one.repository === `${owner}/${repo}`;
  return {
    "GET /notifications": (ask) => list(ask, () => true),
    "PUT /notifications": (ask) => readAll(ask, () => true),
    "GET /repos/{owner}/{repo}/notifications": (ask, owner, repo) => list(ask, here(owner, repo)),
    "PUT /repos/{owner}/{repo}/notifications": (ask, owner, repo) => readAll(ask, here(owner, repo)),
    "GET /notifications/threads/{id}": thread(async (ask, one) => ({ status: 200, body: await body(stand, ask, one) })),
    "PATCH /notifications/threads/{id}": thread((_, one) => {
      one.isUnread = false;
      return { status: 205 };
    }),
    "DELETE /notifications/threads/{id}": thread((_, one) => {
      one.isDone = true;
      return { status: 204 };
    }),
    "PUT /notifications/threads/{id}/subscription": thread((ask, one) => {
      one.isIgnored = (ask.body as { ignored?: boolean } | undefined)?.ignored === true;
      return { status: 200, body: subscription(stand, one) };
    }),
    "GET /notifications/threads/{id}/subscription": thread((_, one) => ({
      status: 200,
      body: subscription(stand, one),
    })),
    "DELETE /notifications/threads/{id}/subscription": thread(() => ({ status: 204 })),
  };
}

function subscription({ url }: Stand, { id, isIgnored, reason }: Notification) {
  const at = `${url}/notifications/threads/${id}`;
  return {
    subscribed: !isIgnored,
    ignored: isIgnored,
    reason,
    created_at: "2026-01-08T08:00:00Z",
    url: `${at}/subscription`,
    thread_url: at,
  };
}

async function body(stand: Stand, ask: Ask, one: Notification) {
  const { id, title, type, path, reason, isUnread } = one;
  const url = `${stand.url}/notifications/threads/${id}`;
  return {
    id: String(id),
    repository: await repositoryOf(stand, ask, one.repository),
    subject: { title, url: `${stand.url}${path}`, latest_comment_url: `${stand.url}${path}`, type },
    reason,
    unread: isUnread,
    updated_at: "2026-01-08T08:00:00Z",
    last_read_at: null,
    url,
    subscription_url: `${url}/subscription`,
  };
}
