import { ConnectorError, type ToolContext } from "@drawbridge/core";
import type { Github } from "../api/github.ts";
import type { GithubCall, RepositoryName } from "../api/github-call.ts";
import { afterIn } from "../listing/after-in.ts";
import { fillAfter } from "../listing/fill-after.ts";
import { fillPage } from "../listing/fill-page.ts";
import { given } from "../shown/given.ts";
import { type Alert, type AnyAlertKind, alertKinds } from "./alert-kinds.ts";

/** What `github_alerts` is asked; the rest are filters under GitHub's names. */
export interface AlertsInput extends RepositoryName {
  readonly kind: keyof typeof alertKinds;
  readonly alert_number?: number | undefined;
  readonly state?: string | undefined;
  readonly limit: number;
  readonly [filter: string]: unknown;
}

/** Alerts of one kind, or one of them. */
export async function readAlerts(input: AlertsInput, context: ToolContext<Github>) {
  const { owner, repo, kind: name, alert_number, limit, ...filters } = input;
  const kind: AnyAlertKind = alertKinds[name];
  const call = context.client.call(context);
  const at = { owner, repo };
  const route = `GET /repos/{owner}/{repo}/${kind.path}/alerts`;
  const about = `the ${name} alerts of ${owner}/${repo}`;
  if (alert_number !== undefined) {
    const { body } = await call.send(`${route}/{alert_number}`, { ...at, alert_number, ...kind.always }, { about });
    recordAlerts(call, at, about);
    const alert = JSON.parse(body) as Alert;
    return { items: [{ ...shown(alert, kind), ...kind.details?.(alert), url: alert.html_url }] };
  }
  const { state = "open", ...others } = given(filters) as Record<string, unknown>;
  const unknown = Object.keys(others).filter((filter) => !kind.filters.includes(filter));
  if (unknown.length > 0) {
    const message = `${name} cannot be filtered by ${unknown.join(", ")}. It takes ${kind.filters.join(", ")}.`;
    throw new ConnectorError("invalid_input", message);
  }
  const send = async (paging: object) => {
    const parameters = { ...at, state, ...others, ...kind.always, per_page: limit, ...paging };
    const { headers, body } = await call.send(route, parameters, { about });
    recordAlerts(call, at, about);
    return { items: JSON.parse(body) as Alert[], next: afterIn(headers.link) };
  };
  const shape = (alert: Alert) => shown(alert, kind);
  const items = kind.byCursor
    ? await fillAfter(context.page, (after) => send(after === undefined ? {} : { after }), shape)
    : await fillPage({ page: context.page, size: limit }, async (page) => (await send({ page })).items, shape);
  return { items };
}

function shown(alert: Alert, kind: AnyAlertKind): Record<string, unknown> {
  const { number, state, created_at } = alert;
  const why = alert.dismissed_reason ?? alert.resolution;
  const comment = alert.dismissed_comment ?? alert.resolution_comment;
  return { number, state, ...given({ reason: why, comment }), ...kind.shape(alert), created_at };
}

/** Of a public repository too alerts are seen by those who may write to it, and by nobody else. */
function recordAlerts({ ledger }: GithubCall, { owner, repo }: RepositoryName, what: string): void {
  ledger.record({ owner, repo: `alerts of ${repo}`, author: undefined, beyond: { privacy: 2, isOurs: true }, what });
}
