import type { GithubCall, RepositoryName } from "../api/github-call.ts";
import { recordNamedCommit } from "../trust/record-named-commit.ts";

/**
 * The sha of the commit that a branch, a tag or a sha names; `HEAD` is the default branch. Whatever is read of it afterwards
 * is read of one state.
 *
 * @throws ConnectorError `not_found` that says how branches are listed
 */
export async function resolveCommit(call: GithubCall, at: RepositoryName, ref = "HEAD"): Promise<string> {
  const about = `${at.owner}/${at.repo} at ${ref}`;
  recordNamedCommit(call, at, ref, about);
  const { body } = await call.send(
    "GET /repos/{owner}/{repo}/commits/{ref}",
    { ...at, ref },
    { about, accept: "application/vnd.github.sha" },
  );
  const sha = body.trim();
  return /^[0-9a-f]{40,64}$/.test(sha) ? sha : (JSON.parse(body) as { sha: string }).sha;
}
