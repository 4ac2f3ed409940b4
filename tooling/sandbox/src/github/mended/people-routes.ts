import type { Answer, Ask, Routes } from "../front/exchange.ts";
import { notFound, refusal } from "../front/refusal.ts";
import { isAtLeast, type KnownRepository } from "../repositories.ts";
import type { Stand } from "../stand.ts";
import { page } from "./page.ts";
import { personOf } from "./person-of.ts";
import { repositoryOf } from "./repository-of.ts";

/** Lists of people and of what is theirs that the emulator does not have. */
export function peopleRoutes(stand: Stand): Routes {
  const seenOf = async (ask: Ask, owner: string) => {
    const isSeen = (one: KnownRepository) =>
      one.fullName.startsWith(`${owner}/`) && stand.roleOf(ask.credential, one) !== "none";
    const seen = stand.repositories.all().filter(isSeen);
    return page(ask, stand.url, await Promise.all(seen.map(({ fullName }) => repositoryOf(stand, ask, fullName))));
  };
  return {
    // An organisation is an account like any other.
    "GET /users/{username}": async (ask, username = "") => {
      const organisation = await stand.emulator({ ...ask, path: `/orgs/${username}` });
      if (organisation.status !== 200) return undefined;
      const { login, id, node_id, name } = organisation.body as Record<string, unknown>;
      const account = (await personOf(stand, ask, "ada")) as object;
      return { status: 200, body: { ...account, login, id, node_id, name, type: "Organization" } };
    },
    "GET /orgs/{org}/repos": (ask, org = "") => seenOf(ask, org),
    "GET /users/{username}/repos": (ask, username = "") => seenOf(ask, username),
    "GET /user/memberships/orgs/{org}": async (ask, org) => {
      const { credential } = ask;
      if (credential === undefined) return refusal(401, "Requires authentication");
      return stand.emulator({ ...ask, path: `/orgs/${org}/memberships/${encodeURIComponent(credential.login)}` });
    },
    "GET /repos/{owner}/{repo}/assignees": async (ask, owner, repo) => {
      const repository = stand.repositories.named(`${owner}/${repo}`);
      if (repository === undefined) return notFound();
      const able = stand.logins.filter((login) =>
        isAtLeast(stand.repositories.role(repository, login), repository.isPrivate ? "read" : "triage"),
      );
      return page(ask, stand.url, await Promise.all(able.map((login) => personOf(stand, ask, login))));
    },
    "GET /repos/{owner}/{repo}/pulls/{number}/requested_reviewers": async (ask) => {
      const path = ask.path.replace(/\/requested_reviewers$/, "");
      const { status, body } = await stand.emulator({ ...ask, path });
      if (status !== 200) return notFound();
      const { requested_reviewers: users, requested_teams: teams } = body as Record<string, unknown>;
      return { status: 200, body: { users, teams } };
    },
    // Of a pull request the emulator keeps its assignees nowhere that can be written.
    "POST /repos/{owner}/{repo}/issues/{number}/assignees": (ask) =>
      assign(stand, ask, (now, sent) => [...new Set([...now, ...sent])]),
    "DELETE /repos/{owner}/{repo}/issues/{number}/assignees": (ask) =>
      assign(stand, ask, (now, sent) => now.filter((one) => !sent.includes(one))),
    "GET /repos/{owner}/{repo}/commits/{sha}/pulls": async (ask, owner, repo, sha) => {
      const query = new URLSearchParams({ state: "all", per_page: "100" });
      const { body } = await stand.emulator({ ...ask, path: `/repos/${owner}/${repo}/pulls`, query });
      const pulls = body as { head: { sha: string }; merge_commit_sha: string | null }[];
      return page(
        ask,
        stand.url,
        pulls.filter(({ head, merge_commit_sha }) => head.sha === sha || merge_commit_sha === sha),
      );
    },
    // What happened to a pull request the emulator keeps nothing of; what was said under it, it does.
    "GET /repos/{owner}/{repo}/issues/{number}/timeline": async (ask) => {
      const answer = await stand.emulator(ask);
      if (answer.status !== 404) return answer;
      const said = await stand.emulator({ ...ask, path: ask.path.replace(/timeline$/, "comments") });
      if (said.status !== 200) return answer;
      const comments = said.body as { user: unknown }[];
      return { ...said, body: comments.map((one) => ({ ...one, event: "commented", actor: one.user })) };
    },
  };
}

async function assign(stand: Stand, ask: Ask, change: (now: string[], sent: string[]) => string[]): Promise<Answer> {
  const answer = await stand.emulator(ask);
  // Of an issue it keeps them, and says of those it adds what belongs to those it removes.
  if (answer.status === 200 && ask.method === "POST") return { ...answer, status: 201 };
  if (answer.status !== 404) return answer;
  const path = ask.path.replace(/\/assignees$/, "");
  const found = await stand.answer({ ...ask, method: "GET", path, query: new URLSearchParams(), body: undefined });
  if (found.status !== 200) return found;
  const { assignees: sent = [] } = (ask.body ?? {}) as { assignees?: string[] };
  const now = (found.body as { assignees: { login: string }[] }).assignees.map(({ login }) => login);
  const people = await Promise.all(change(now, sent).map((login) => personOf(stand, ask, login)));
  stand.pullAssignees.set(path.replace("/issues/", "/pulls/"), people);
  const status = ask.method === "POST" ? 201 : 200;
  return { status, body: { ...(found.body as object), assignees: people, assignee: people[0] ?? null } };
}
