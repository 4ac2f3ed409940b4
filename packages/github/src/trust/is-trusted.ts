import type { GithubCall } from "../api/github-call.ts";
import type { RepositoryFacts } from "./repository-facts.ts";
import type { Source } from "./source.ts";

/**
 * Names of commits that whoever opens a pull request, or has a fork, leads elsewhere at will: by the time somebody looks they may
 * lead to the default branch, whatever was read there. A commit found by its message may be anybody's too.
 */
const movable = /(^|\/)pull\/|:/i;

const mayWrite: ReadonlySet<string> = new Set(["admin", "maintain", "write"]);

/**
 * Whether somebody stands for a source: of words, an author who may write to the repository, as GitHub's permission
 * endpoint has it; of files, those who may write to a repository of ours. Nothing is taken from a name, and a look-up that
 * fails trusts nobody.
 *
 * @param facts undefined where the repository cannot be looked up
 */
export async function isTrusted(
  call: GithubCall,
  { author, commit, beyond }: Source,
  facts: RepositoryFacts | undefined,
): Promise<boolean> {
  if (beyond !== undefined) return beyond.isOurs;
  if (facts?.isOurs !== true) return false;
  try {
    if (commit !== undefined && (movable.test(commit) || !(await isOnDefaultBranch(call, commit, facts)))) return false;
    if (author === undefined) return true;
    const { owner, repo } = facts;
    const route = "GET /repos/{owner}/{repo}/collaborators/{username}/permission";
    const { permission } = await call.lookUp(route, { owner, repo, username: author });
    return mayWrite.has(permission);
  } catch {
    call.cancellation.throwIfAborted();
    return false;
  }
}

async function isOnDefaultBranch(
  call: GithubCall,
  commit: string,
  { owner, repo, defaultBranch }: RepositoryFacts,
): Promise<boolean> {
  if (defaultBranch === undefined) return false;
  const basehead = `${defaultBranch}...${commit}`;
  const route = "GET /repos/{owner}/{repo}/compare/{basehead}";
  const { status } = await call.lookUp(route, { owner, repo, basehead, per_page: 1 });
  return status === "identical" || status === "behind";
}
