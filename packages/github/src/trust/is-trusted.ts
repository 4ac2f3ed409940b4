import type { GithubCall } from "../api/github-call.ts";
import type { RepositoryFacts } from "./repository-facts.ts";
import type { Source } from "./source.ts";

const mayWrite: ReadonlySet<string> = new Set(["admin", "maintain", "write"]);

/**
 * Whether somebody stands for a source: of words, an author who may write to the repository, as GitHub's permission
 * endpoint has it; of files, those who may write to a repository of ours. Nothing is taken from a name, and a look-up that
 * fails trusts nobody.
 */
export async function isTrusted(call: GithubCall, source: Source, facts: RepositoryFacts): Promise<boolean> {
  const { owner, repo, author, commit } = source;
  if (!facts.isOurs) return false;
  try {
    if (commit !== undefined && !(await isOnDefaultBranch(call, source, facts))) return false;
    if (author === undefined) return true;
    const route = "GET /repos/{owner}/{repo}/collaborators/{username}/permission";
    const told = await call.requestBeyond(route, { owner, repo, username: author }, `the rights of ${author}`, owner);
    return mayWrite.has(told.permission);
  } catch {
    call.signal.throwIfAborted();
    return false;
  }
}

async function isOnDefaultBranch(
  call: GithubCall,
  { owner, repo, commit = "" }: Source,
  { defaultBranch }: RepositoryFacts,
): Promise<boolean> {
  if (defaultBranch === undefined) return false;
  const basehead = `${defaultBranch}...${commit}`;
  const route = "GET /repos/{owner}/{repo}/compare/{basehead}";
  const { status } = await call.requestBeyond(route, { owner, repo, basehead, per_page: 1 }, basehead, owner);
  return status === "identical" || status === "behind";
}
