import type { GithubCall, RepositoryName } from "../api/github-call.ts";
import type { Change } from "../changing/change.ts";
import { resolveCommit } from "../contents/resolve-commit.ts";

interface NewBranch extends RepositoryName {
  readonly branch: string;
  readonly from?: string | undefined;
}

/** A branch that begins at a commit, by default at the head of the default branch. */
export function createBranch({ owner, repo, branch, from }: NewBranch, call: GithubCall): Change {
  const begin = () => resolveCommit(call, { owner, repo }, from);
  return {
    target: { owner, repo },
    async foresee() {
      const sha = await begin();
      return {
        summary: `Create the branch ${branch} in ${owner}/${repo} at ${sha} (${from ?? "the default branch"})`,
        state: [branch, sha],
      };
    },
    async apply() {
      const sha = await begin();
      await call.request(
        "POST /repos/{owner}/{repo}/git/refs",
        { owner, repo, ref: `refs/heads/${branch}`, sha },
        `the branch ${branch}`,
      );
      return { facts: { branch, commit: sha }, parts: [{ text: `Created the branch ${branch} in ${owner}/${repo}` }] };
    },
  };
}

interface OldBranch extends RepositoryName {
  readonly branch: string;
  readonly expected_head?: string | undefined;
}

/** Takes a branch away; its commits can be had again by their sha for a while. */
export function deleteBranch({ owner, repo, branch, expected_head: expected }: OldBranch, call: GithubCall): Change {
  const at = { owner, repo, ref: `heads/${branch}` };
  const about = `the branch ${branch} of ${owner}/${repo}`;
  const head = async () => {
    const { object } = await call.request("GET /repos/{owner}/{repo}/git/ref/{ref}", at, about);
    if (expected === undefined || expected === object.sha) return object.sha;
    throw call.conflict(`${about} is at ${object.sha}, not at ${expected} any more. It was left as it is.`);
  };
  return {
    target: { owner, repo },
    async foresee() {
      const sha = await head();
      return { summary: `Delete ${about}, which is at ${sha}`, state: [branch, sha] };
    },
    async apply() {
      const sha = await head();
      await call.request("DELETE /repos/{owner}/{repo}/git/refs/{ref}", at, about);
      return {
        facts: { commit: sha },
        parts: [{ text: `Deleted ${about}. To have it again, create it from ${sha}.` }],
      };
    },
  };
}
