import type { Routes } from "../front/exchange.ts";
import { notFound, refusal } from "../front/refusal.ts";
import { isAtLeast, type Role } from "../repositories.ts";
import type { Stand } from "../stand.ts";

/** Names of roles in requests that are not those of answers. */
const spoken: Readonly<Record<string, Role>> = { pull: "read", push: "write" };

/** What GitHub's older field says of a role that it has no word for. */
const coarse: Readonly<Record<string, string>> = { triage: "read", maintain: "write" };

/** Who may do what: the emulator takes every member for an administrator, and does not know strangers. */
export function collaboratorRoutes(stand: Stand): Routes {
  const { repositories } = stand;
  return {
    "GET /repos/{owner}/{repo}/collaborators": async (ask, owner, repo) => {
      const repository = repositories.named(`${owner}/${repo}`);
      const answer = await stand.emulator(ask);
      if (repository === undefined || answer.status !== 200) return answer;
      const people = answer.body as { login: string }[];
      return {
        ...answer,
        body: people.map((person) => ({ ...person, role_name: repositories.role(repository, person.login) })),
      };
    },
    "GET /repos/{owner}/{repo}/collaborators/{username}/permission": async (ask, owner, repo, username = "") => {
      const repository = repositories.named(`${owner}/${repo}`);
      if (repository === undefined || ask.credential === undefined) return refusal(401, "Requires authentication");
      if (!isAtLeast(stand.roleOf(ask.credential, repository), "read")) return notFound();
      if (!isAtLeast(stand.roleOf(ask.credential, repository), "write"))
        return refusal(403, "Must have push access to view collaborator permission.");
      const person = await stand.emulator({
        ...ask,
        path: `/users/${encodeURIComponent(username)}`,
        query: new URLSearchParams(),
      });
      if (person.status !== 200) return refusal(404, `${username} is not a user`);
      const role = repositories.role(repository, (person.body as { login: string }).login);
      const user = { ...(person.body as object), role_name: role };
      return { status: 200, body: { permission: coarse[role] ?? role, role_name: role, user } };
    },
    "PUT /repos/{owner}/{repo}/collaborators/{username}": async (ask, owner, repo, username = "") => {
      const repository = repositories.named(`${owner}/${repo}`);
      const answer = await stand.emulator(ask);
      const { permission = "push" } = (ask.body ?? {}) as { permission?: string };
      if (repository !== undefined && answer.status < 300)
        repositories.grant(repository, username, spoken[permission] ?? (permission as Role));
      return answer.status < 300 ? { status: 204 } : answer;
    },
  };
}
