import type { GithubCall, RepositoryName } from "../api/github-call.ts";

/**
 * Records that something was read at a commit or a pull request's head, for which no branch of the repository vouches. Names
 * of branches and tags do: only who may write there can make them.
 */
export function recordNamedCommit(
  call: GithubCall,
  { owner, repo }: RepositoryName,
  ref: string | undefined,
  what: string,
): void {
  const isNamed = ref !== undefined && (/^[0-9a-f]{7,64}$/i.test(ref) || /(^|\/)pull\//.test(ref));
  if (isNamed) call.ledger.record({ owner, repo, author: undefined, commit: ref, what });
}
