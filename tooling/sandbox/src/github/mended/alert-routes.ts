import type { Answer, Ask, Routes } from "../front/exchange.ts";
import { notFound, refusal } from "../front/refusal.ts";
import { type Alert, advisories } from "../kept/alerts.ts";
import { isAtLeast } from "../repositories.ts";
import type { Stand } from "../stand.ts";
import { page } from "./page.ts";
import { pageAfter } from "./page-after.ts";
import { repositoryOf } from "./repository-of.ts";

const time = "2026-01-09T08:00:00Z";

/** Alerts of the three scans, which those who write to a repository may see, and advisories, which all may. */
export function alertRoutes(stand: Stand): Routes {
  return {
    ...ofKind(stand, "code-scanning"),
    ...ofKind(stand, "secret-scanning"),
    ...ofKind(stand, "dependabot"),
    ...advisoryRoutes(stand),
  };
}

function ofKind(stand: Stand, kind: Alert["kind"]): Routes {
  const mayNot = (ask: Ask, name: string): Answer | undefined => {
    const repository = stand.repositories.named(name);
    const isAllowed = repository !== undefined && isAtLeast(stand.roleOf(ask.credential, repository), "write");
    return isAllowed ? undefined : refusal(403, "You are not authorized to read alerts for this repository.");
  };
  const list = async (ask: Ask, isMeant: (alert: Alert) => boolean, isWide: boolean): Promise<Answer> => {
    const states = ask.query.get("state")?.split(",");
    const found = stand.alerts.filter(
      (one) => one.kind === kind && isMeant(one) && (states?.includes(one.state) ?? true),
    );
    const bodies = found.map(async (one) => ({
      ...alertBody(stand.url, one),
      ...(isWide ? { repository: await repositoryOf(stand, ask, one.repository) } : {}),
    }));
    return (kind === "dependabot" ? pageAfter : page)(ask, stand.url, await Promise.all(bodies));
  };
  const one =
    (then: (ask: Ask, alert: Alert) => Answer) => (ask: Ask, owner?: string, repo?: string, number?: string) => {
      const found = stand.alerts.find(
        (alert) => alert.kind === kind && alert.repository === `${owner}/${repo}` && String(alert.number) === number,
      );
      return mayNot(ask, `${owner}/${repo}`) ?? (found === undefined ? notFound() : then(ask, found));
    };
  return {
    [`GET /repos/{owner}/{repo}/${kind}/alerts`]: (ask, owner, repo) =>
      mayNot(ask, `${owner}/${repo}`) ?? list(ask, ({ repository }) => repository === `${owner}/${repo}`, false),
    [`GET /orgs/{org}/${kind}/alerts`]: (ask, org) =>
      list(ask, ({ repository }) => repository.startsWith(`${org}/`) && mayNot(ask, repository) === undefined, true),
    [`GET /repos/{owner}/{repo}/${kind}/alerts/{number}`]: one((_, alert) => ({
      status: 200,
      body: alertBody(stand.url, alert),
    })),
    [`PATCH /repos/{owner}/{repo}/${kind}/alerts/{number}`]: one((ask, alert) => {
      const sent = ask.body as { state?: string; resolution?: string; dismissed_reason?: string };
      alert.state = sent.state ?? alert.state;
      alert.resolution = sent.resolution ?? sent.dismissed_reason ?? null;
      return { status: 200, body: alertBody(stand.url, alert) };
    }),
  };
}

function alertBody(url: string, { kind, repository, number, state, resolution, fields }: Alert) {
  const at = `${url}/repos/${repository}/${kind}/alerts/${number}`;
  const reason = kind === "secret-scanning" ? { resolution } : { dismissed_reason: resolution };
  return {
    number,
    state,
    ...reason,
    created_at: time,
    updated_at: time,
    url: at,
    html_url: `${url}/${repository}/security/${kind}/${number}`,
    ...fields,
  };
}

function advisoryRoutes(stand: Stand): Routes {
  return {
    "GET /advisories": (ask) => {
      const meant = ask.query.get("ghsa_id") ?? ask.query.get("cve_id");
      return pageAfter(
        ask,
        stand.url,
        advisories.filter(({ ghsa_id, cve_id }) => meant === null || meant === ghsa_id || meant === cve_id),
      );
    },
    "GET /advisories/{ghsa}": (_, ghsa) => {
      const found = advisories.find(({ ghsa_id }) => ghsa_id === ghsa);
      return found === undefined ? notFound() : { status: 200, body: found };
    },
    "GET /repos/{owner}/{repo}/security-advisories": (ask) => pageAfter(ask, stand.url, []),
  };
}
