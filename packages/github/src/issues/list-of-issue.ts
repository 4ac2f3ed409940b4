import type { Content, ToolContext } from "@drawbridge/core";
import type { Github } from "../api/github.ts";
import type { RepositoryName } from "../api/github-call.ts";
import { fillPage } from "../listing/fill-page.ts";
import type { RepositoryScope } from "../scope/repository-scope.ts";
import { linesOrNone } from "../shown/lines-or-none.ts";
import { nobody } from "../trust/nobody.ts";

const size = 100;

const below = "GET /repos/{owner}/{repo}/issues/{issue_number}";

const routes = {
  timeline: `${below}/timeline`,
  sub_issues: `${below}/sub_issues`,
  blocked_by: `${below}/dependencies/blocked_by`,
  blocking: `${below}/dependencies/blocking`,
} as const;

interface Item {
  readonly event?: string;
  readonly actor?: { readonly login?: string } | null;
  readonly user?: { readonly login?: string } | null;
  readonly created_at?: string;
  readonly label?: { readonly name?: string } | null;
  readonly assignee?: { readonly login?: string } | null;
  readonly rename?: { readonly from: string; readonly to: string } | null;
  readonly source?: { readonly issue?: Item | null } | null;
  readonly commit_id?: string | null;
  readonly commit_url?: string | null;
  readonly sha?: string;
  readonly message?: string;
  readonly number?: number;
  readonly title?: string;
  readonly state?: string;
  readonly repository_url?: string;
  readonly repository?: { readonly full_name?: string };
}

/** A line each; of another repository's issues only those that may be used here. */
export async function listOfIssue(
  method: "timeline" | "sub_issues" | "dependencies",
  at: RepositoryName,
  number: number,
  context: ToolContext<Github>,
): Promise<Content> {
  const call = context.client.call(context);
  const about = `issue ${at.owner}/${at.repo}#${number}`;
  const ask = (route: string) => async (page: number) => {
    const { body } = await call.send(route, { ...at, issue_number: number, per_page: size, page }, { about });
    return JSON.parse(body) as Item[];
  };
  const shape = (item: Item) => {
    const author = (item.actor ?? item.user)?.login;
    call.ledger.record({ ...at, author: author ?? nobody, what: about });
    return isOutside(item, call.scope) ? undefined : lineOf(item);
  };
  if (method !== "dependencies") {
    const lines = await fillPage({ page: context.page, size }, ask(routes[method]), shape);
    return linesOrNone(lines, method === "timeline" ? `Nothing happened to ${about}.` : `${about} has no sub-issues.`);
  }
  // An issue has at most fifty of either, so that each is one page of GitHub's.
  const [before, after] = await Promise.all([ask(routes.blocked_by)(1), ask(routes.blocking)(1)]);
  const section = (heading: string, items: readonly Item[]) => [
    heading,
    ...(items.length === 0 ? ["nothing"] : items.map(shape).filter((line) => line !== undefined)),
  ];
  return { parts: [{ text: [...section("Waits for:", before), ...section("Holds up:", after)].join("\n") }] };
}

/** Events name issues and commits of other repositories, and so do dependencies. */
function isOutside(item: Item, scope: RepositoryScope): boolean {
  const other = item.source?.issue ?? item;
  const url = other.repository_url ?? item.commit_url ?? "";
  const name = other.repository?.full_name ?? /\/repos\/([^/]+\/[^/]+)(\/|$)/.exec(url)?.[1];
  return name !== undefined && !scope.admitsNamed(name);
}

function lineOf(item: Item): string {
  if (item.event === undefined) {
    const of = item.repository_url === undefined ? "" : `${item.repository_url.split("/").slice(-2).join("/")}`;
    return `${of}#${item.number} (${item.state}) ${item.title}`;
  }
  const who = (item.actor ?? item.user)?.login;
  const what = [
    item.label?.name,
    item.assignee?.login,
    item.rename === undefined || item.rename === null ? undefined : `${item.rename.from} → ${item.rename.to}`,
    item.source?.issue === undefined || item.source.issue === null
      ? undefined
      : `#${item.source.issue.number} ${item.source.issue.title}`,
    item.commit_id ?? item.sha,
    item.message?.split("\n", 1)[0],
  ].filter((part) => part !== undefined && part !== null);
  return [item.created_at, item.event, who === undefined ? undefined : `by ${who}`, ...what]
    .filter((part) => part !== undefined)
    .join(" ");
}
