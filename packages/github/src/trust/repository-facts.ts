import type { GithubCall, RepositoryName } from "../api/github-call.ts";

/** What the guard has to know of a repository. */
export interface RepositoryFacts {
  /** As it is called now. */
  readonly owner: string;
  readonly repo: string;
  /** How many may read it: 0 everybody, 1 a company, 2 those who were let in. */
  readonly privacy: 0 | 1 | 2;
  /** Whether what it holds counts as written by people who are trusted here, not by the world. */
  readonly isOurs: boolean;
  readonly defaultBranch: string | undefined;
}

const ranks: Readonly<Record<string, 0 | 1 | 2>> = { public: 0, internal: 1, private: 2 };

/**
 * Looks a repository up; undefined where that fails. Ours is what the token may push to, what belongs to the company or to an
 * organisation that the token's owner is a member of, and what the person named in `--repos`. Whoever lets somebody read a
 * private repository of theirs is not trusted for it.
 */
export async function repositoryFacts(call: GithubCall, named: RepositoryName): Promise<RepositoryFacts | undefined> {
  try {
    const found = await call.lookUp("GET /repos/{owner}/{repo}", { owner: named.owner, repo: named.repo });
    const { owner, name: repo, permissions, default_branch: defaultBranch } = found;
    const privacy = ranks[found.visibility ?? (found.private ? "private" : "public")];
    if (privacy === undefined || typeof found.private !== "boolean" || typeof owner?.login !== "string")
      return undefined;
    const isOurs =
      permissions?.push === true ||
      privacy === 1 ||
      call.scope.names(owner.login, repo) ||
      (owner.type === "Organization" && (await isMember(call, owner.login)));
    return { owner: owner.login, repo, privacy, isOurs, defaultBranch };
  } catch (error) {
    call.cancellation.throwIfAborted();
    call.log.write("debug", { event: "trust", err: error as Error });
    return undefined;
  }
}

async function isMember(call: GithubCall, org: string): Promise<boolean> {
  try {
    const { state } = await call.lookUp("GET /user/memberships/orgs/{org}", { org });
    return state === "active";
  } catch {
    call.cancellation.throwIfAborted();
    return false;
  }
}
