import type { ToolContext } from "@drawbridge/core";
import type { Github } from "../api/github.ts";
import { fillPage } from "../listing/fill-page.ts";
import { repositoryIfAny } from "../scope/repository-if-any.ts";
import { given } from "../shown/given.ts";
import { admitNotification } from "./admit-notification.ts";
import type { Notification } from "./notification.ts";
import { shownNotification } from "./shown-notification.ts";

/** What `github_notifications_read` is asked. */
export interface NotificationsInput {
  readonly owner?: string | undefined;
  readonly repo?: string | undefined;
  readonly all: boolean;
  readonly participating: boolean;
  readonly since?: string | undefined;
  readonly before?: string | undefined;
  readonly limit: number;
}

/** What whoever owns the token is told of. What is about repositories outside of the scope is counted and not shown. */
export async function listNotifications(input: NotificationsInput, context: ToolContext<Github>) {
  const { all, participating, since, before, limit } = input;
  const call = context.client.call(context);
  const at = repositoryIfAny(input);
  if (at !== undefined) call.scope.assertAdmits(at.owner, at.repo);
  const filters = { all, participating, ...given({ since, before }), per_page: limit };
  let left = 0;
  const ask = async (page: number): Promise<readonly Notification[]> =>
    at === undefined
      ? call.requestBeyond("GET /notifications", { ...filters, page }, "your notifications")
      : call.requestBeyond(
          "GET /repos/{owner}/{repo}/notifications",
          { ...at, ...filters, page },
          `${at.owner}/${at.repo}`,
          at.owner,
        );
  const items = await fillPage({ page: context.page, size: limit }, ask, (one) => {
    if (admitNotification(call, one)) return shownNotification(one);
    left += 1;
    return undefined;
  });
  return { items, ...(left > 0 ? { outside_repos: left } : {}) };
}
