import type { GithubCall, RepositoryName } from "../api/github-call.ts";

/** What the guard has to know of a repository. */
export interface RepositoryFacts {
  /** How many may read it: 0 everybody, 1 a company, 2 those who were let in. */
  readonly privacy: 0 | 1 | 2;
  /** Whether what it holds counts as written by people who are trusted here, not by the world. */
  readonly isOurs: boolean;
  readonly defaultBranch: string | undefined;
}

const ranks: Readonly<Record<string, 0 | 1 | 2>> = { public: 0, internal: 1, private: 2 };

/** What cannot be looked up counts as private, and as written by strangers. */
const unknown: RepositoryFacts = { privacy: 2, isOurs: false, defaultBranch: undefined };

/** Looks a repository up. Ours is what is not public, what the token may push to, and what the person named in `--repos`. */
export async function repositoryFacts(call: GithubCall, { owner, repo }: RepositoryName): Promise<RepositoryFacts> {
  try {
    const found = await call.requestBeyond("GET /repos/{owner}/{repo}", { owner, repo }, `${owner}/${repo}`, owner);
    const privacy = ranks[found.visibility ?? ""] ?? (found.private ? 2 : 0);
    const isNamed = !call.scope.isOpen && call.scope.admits(owner, repo);
    const isOurs = privacy > 0 || found.permissions?.push === true || isNamed;
    return { privacy, isOurs, defaultBranch: found.default_branch };
  } catch (error) {
    call.signal.throwIfAborted();
    call.log.write("debug", { event: "trust", err: error as Error });
    return unknown;
  }
}
