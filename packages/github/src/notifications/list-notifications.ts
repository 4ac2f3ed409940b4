import { ConnectorError, type ToolContext } from "@drawbridge/core";
import type { Github } from "../api/github.ts";
import { fillPage } from "../listing/fill-page.ts";
import { given } from "../shown/given.ts";
import { admitNotification, type Notification, shownNotification } from "./notification.ts";

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
  const { owner, repo, all, participating, since, before, limit } = input;
  const call = context.client.call(context);
  const at = owner === undefined || repo === undefined ? undefined : { owner, repo };
  if (at === undefined && (owner ?? repo) !== undefined)
    throw new ConnectorError("invalid_input", "Give owner and repo both, or neither.");
  if (at !== undefined) call.scope.assertAdmits(at.owner, at.repo);
  const filters = { all, participating, ...given({ since, before }), per_page: limit };
  let left = 0;
  const ask = async (page: number): Promise<readonly Notification[]> =>
    at === undefined
      ? call.requestBeyond("GET /notifications", { ...filters, page }, "your notifications")
      : call.requestBeyond(
          "GET /repos/{owner}/{repo}/notifications",
          { ...at, ...filters, page },
          `${owner}/${repo}`,
          owner,
        );
  const items = await fillPage({ page: context.page, size: limit }, ask, (one) => {
    if (admitNotification(call, one)) return shownNotification(one);
    left += 1;
    return undefined;
  });
  return { items, ...(left > 0 ? { outside_repos: left } : {}) };
}
