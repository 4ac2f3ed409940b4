import type { Answer, Ask, Routes } from "../front/exchange.ts";
import type { Stand } from "../stand.ts";
import { issueOfPull } from "./issue-of-pull.ts";
import { page } from "./page.ts";

interface Issue {
  readonly number: number;
  readonly url: string;
  readonly created_at: string;
  readonly updated_at: string;
  readonly user: { readonly login: string };
  readonly labels: readonly { readonly name: string }[];
  readonly assignees: readonly { readonly login: string }[];
  readonly milestone: { readonly number: number } | null;
  readonly comments: number;
}

/** A pull request is an issue too, with addresses of its own; the emulator leaves it out of lists, and lists the pull itself in searches. */
export function issueRoutes(stand: Stand): Routes {
  const get = (ask: Ask, path: string, query: Record<string, string> = {}): Promise<Answer> =>
    stand.emulator({ ...ask, method: "GET", path, query: new URLSearchParams(query), body: undefined, headers: {} });
  const issue = async (ask: Ask, path: string): Promise<Answer> => {
    const reactions = { ...stand.reactions.counts(path), url: `${stand.url}${path}/reactions` };
    const answer = await get(ask, path);
    if (answer.status === 200) return { ...answer, body: { ...(answer.body as object), reactions } };
    const pull = await get(ask, path.replace("/issues/", "/pulls/"));
    if (pull.status !== 200) return answer;
    const at = `${stand.url}${path.replace(/\/issues\/.*/, "")}`;
    return { ...pull, body: issueOfPull(pull.body as Record<string, unknown>, at, reactions) };
  };
  return {
    "GET /repos/{owner}/{repo}/issues/{number}": (ask, owner, repo, number = "") =>
      /^\d+$/.test(number) ? issue(ask, `/repos/${owner}/${repo}/issues/${number}`) : undefined,
    "GET /repos/{owner}/{repo}/issues": async (ask, owner, repo) => {
      const at = `/repos/${owner}/${repo}`;
      const filters = { ...Object.fromEntries(ask.query), per_page: "100", page: "1" };
      const issues = await get(ask, `${at}/issues`, filters);
      if (issues.status !== 200) return issues;
      const pulls = await get(ask, `${at}/pulls`, { state: ask.query.get("state") ?? "open", per_page: "100" });
      const asIssues = (pulls.body as Issue[]).map(({ number }) => issue(ask, `${at}/issues/${number}`));
      const fitting = (await Promise.all(asIssues))
        .map(({ body }) => body as Issue)
        .filter((one) => fits(one, ask.query));
      return page(ask, stand.url, [...(issues.body as Issue[]), ...fitting].sort(inOrder(ask.query)));
    },
    "PATCH /repos/{owner}/{repo}/issues/{number}": async (ask, owner, repo, number) => {
      const at = `/repos/${owner}/${repo}`;
      const found = await get(ask, `${at}/issues/${number}`);
      if (found.status === 200) return undefined;
      const { labels, assignees, title, body, state } = (ask.body ?? {}) as Record<string, unknown>;
      const answer = await stand.emulator({ ...ask, path: `${at}/pulls/${number}`, body: { title, body, state } });
      if (answer.status !== 200) return answer;
      const put = (what: string, value: unknown) =>
        stand.emulator({ ...ask, method: "PUT", path: `${at}/issues/${number}/${what}`, body: { [what]: value } });
      if (labels !== undefined) await put("labels", labels);
      if (assignees !== undefined)
        await stand.answer({ ...ask, method: "POST", path: `${at}/issues/${number}/assignees`, body: { assignees } });
      return issue(ask, `${at}/issues/${number}`);
    },
    "POST /repos/{owner}/{repo}/issues/{number}/assignees": async (ask) => {
      const answer = await stand.emulator(ask);
      return answer.status === 200 ? { ...answer, status: 201 } : answer;
    },
    "GET /search/issues": async (ask) => {
      const answer = await stand.emulator(ask);
      if (answer.status !== 200) return answer;
      const { items, ...rest } = answer.body as { items: Issue[] };
      const mended = items.map(async (item) => {
        const path = item.url.slice(stand.url.length).replace("/pulls/", "/issues/");
        return { ...((await issue(ask, path)).body as object), score: 1 };
      });
      return { ...answer, body: { ...rest, items: await Promise.all(mended) } };
    },
  };
}

function fits({ labels, user, assignees, milestone, updated_at }: Issue, query: URLSearchParams): boolean {
  const wanted = query.get("labels")?.split(",").filter(Boolean) ?? [];
  const assignee = query.get("assignee");
  const number = query.get("milestone");
  return (
    wanted.every((name) => labels.some((label) => label.name === name)) &&
    (query.get("creator") ?? user.login) === user.login &&
    (assignee === null || assignee === "*" || assignees.some(({ login }) => login === assignee)) &&
    (number === null || String(milestone?.number ?? "none") === number) &&
    updated_at >= (query.get("since") ?? "")
  );
}

function inOrder(query: URLSearchParams): (one: Issue, other: Issue) => number {
  const field = { updated: "updated_at", comments: "comments" }[query.get("sort") ?? ""] ?? "number";
  const sign = query.get("direction") === "asc" ? 1 : -1;
  return (one, other) => {
    const [left, right] = [one[field as keyof Issue], other[field as keyof Issue]] as [string, string];
    return sign * (left < right ? -1 : left > right ? 1 : 0);
  };
}
