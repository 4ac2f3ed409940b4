import type { Answer, Ask, Routes } from "../front/exchange.ts";
import { notFound, refusal } from "../front/refusal.ts";
import type { Stand } from "../stand.ts";
import { page } from "./page.ts";
import { personOf } from "./person-of.ts";
import { repositoryOf } from "./repository-of.ts";

/** Stars. */
export function starRoutes(stand: Stand): Routes {
  const { stars } = stand;
  const isSeen = (ask: Ask, name: string) => {
    const repository = stand.repositories.named(name);
    return repository !== undefined && stand.roleOf(ask.credential, repository) !== "none";
  };
  const list = async (ask: Ask, login: string): Promise<Answer> => {
    const names = [...(stars.get(login) ?? [])].filter((name) => isSeen(ask, name));
    return page(ask, stand.url, await Promise.all(names.map((name) => repositoryOf(stand, ask, name))));
  };
  const change = (ask: Ask, name: string, then: (names: Set<string>) => void): Answer => {
    if (ask.credential === undefined) return refusal(401, "Requires authentication");
    if (!isSeen(ask, name)) return notFound();
    const names = stars.get(ask.credential.login) ?? new Set<string>();
    then(names);
    stars.set(ask.credential.login, names);
    return { status: 204 };
  };
  return {
    "GET /user/starred": (ask) =>
      ask.credential === undefined ? refusal(401, "Requires authentication") : list(ask, ask.credential.login),
    "GET /users/{username}/starred": (ask, username = "") => list(ask, username),
    "GET /user/starred/{owner}/{repo}": (ask, owner, repo) =>
      stars.get(ask.credential?.login ?? "")?.has(`${owner}/${repo}`) ? { status: 204 } : notFound(),
    "PUT /user/starred/{owner}/{repo}": (ask, owner, repo) =>
      change(ask, `${owner}/${repo}`, (names) => names.add(`${owner}/${repo}`)),
    "DELETE /user/starred/{owner}/{repo}": (ask, owner, repo) =>
      change(ask, `${owner}/${repo}`, (names) => names.delete(`${owner}/${repo}`)),
    "GET /repos/{owner}/{repo}/stargazers": async (ask, owner, repo) => {
      const people = [...stars]
        .filter(([, names]) => names.has(`${owner}/${repo}`))
        .map(([login]) => personOf(stand, ask, login));
      return page(ask, stand.url, await Promise.all(people));
    },
  };
}
