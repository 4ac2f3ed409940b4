import type { GithubCall, RepositoryName } from "../api/github-call.ts";

/**
 * Revisions that may lead to commits which no branch of the repository vouches for (gitrevisions(7)): a sha or its beginning,
 * the same behind `git describe`'s name, a pull request's head, and whatever no branch can be called.
 */
const reaching = /^[0-9a-f]{4,64}$|-g[0-9a-f]{4,64}$|(^|\/)pull\/|[~^:@{}\\?*[\s]|\.\./i;

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
  if (ref !== undefined && reaching.test(ref))
    call.ledger.record({ owner, repo, author: undefined, commit: ref, what });
}
