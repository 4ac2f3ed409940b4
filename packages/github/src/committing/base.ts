import { ConnectorError } from "@drawbridge/core";
import { emptyRepository } from "../api/empty-repository.ts";
import type { GithubCall, RepositoryName } from "../api/github-call.ts";
import { readTree } from "../contents/read-tree.ts";
import type { TreeEntry } from "../contents/tree-entry.ts";

/** What a commit is made on. */
export interface Base {
  /** The branch's head. */
  readonly commit: string;
  readonly tree: string;
  readonly entries: ReadonlyMap<string, TreeEntry>;
}

/** The head of a branch with its files; undefined in a repository without any commit. */
export async function baseOf(call: GithubCall, at: RepositoryName, branch: string): Promise<Base | undefined> {
  const about = `the branch ${branch} of ${at.owner}/${at.repo}`;
  const ref = await call
    .request("GET /repos/{owner}/{repo}/git/ref/{ref}", { ...at, ref: `heads/${branch}` }, about)
    .catch((error: unknown) => {
      if (ConnectorError.is(error) && error.internal === emptyRepository) return undefined;
      throw error;
    });
  if (ref === undefined) return undefined;
  const { object } = ref;
  const route = "GET /repos/{owner}/{repo}/git/commits/{commit_sha}";
  const { tree } = await call.request(route, { ...at, commit_sha: object.sha }, about);
  const { entries, isCut } = await readTree(call, at, tree.sha, "");
  if (isCut) {
    throw new ConnectorError(
      "refused",
      `${at.owner}/${at.repo} has more files than GitHub tells of at once: commit there with git.`,
    );
  }
  return { commit: object.sha, tree: tree.sha, entries: new Map(entries.map((entry) => [entry.path, entry])) };
}
