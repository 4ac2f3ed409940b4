import { ConnectorError } from "@drawbridge/core";
import type { GithubCall, RepositoryName } from "../api/github-call.ts";
import type { TreeEntry } from "./tree-entry.ts";

interface Tree {
  readonly entries: readonly TreeEntry[];
  /** GitHub gives 100,000 entries or 7 MB of a tree and no more. */
  readonly isCut: boolean;
}

/** A tree and, with `recursive`, all below it; paths are relative to it. */
async function treeOf(call: GithubCall, at: RepositoryName, sha: string, recursive: boolean): Promise<Tree> {
  const { tree, truncated } = await call.request(
    "GET /repos/{owner}/{repo}/git/trees/{tree_sha}",
    { ...at, tree_sha: sha, ...(recursive ? { recursive: "1" } : {}) },
    `the tree ${sha} of ${at.owner}/${at.repo}`,
  );
  return { entries: tree as TreeEntry[], isCut: truncated };
}

/**
 * All entries below a folder, with paths from the top. A tree too large for one answer is read from the folder on.
 *
 * @param commit sha of a commit
 * @param folder from the top, without slashes at its ends; empty for all
 */
export async function readTree(call: GithubCall, at: RepositoryName, commit: string, folder: string): Promise<Tree> {
  const whole = await treeOf(call, at, commit, true);
  if (folder === "") return whole;
  const below = whole.entries.filter(({ path }) => path.startsWith(`${folder}/`));
  if (!whole.isCut) {
    if (below.length === 0) throw noFolder(at, folder, whole.entries);
    return { entries: below, isCut: false };
  }
  let sha = commit;
  for (const name of folder.split("/")) {
    const { entries } = await treeOf(call, at, sha, false);
    const found = entries.find((entry) => entry.path === name && entry.type === "tree");
    if (found === undefined) throw noFolder(at, folder, entries);
    sha = found.sha;
  }
  const { entries, isCut } = await treeOf(call, at, sha, true);
  return { entries: entries.map((entry) => ({ ...entry, path: `${folder}/${entry.path}` })), isCut };
}

function noFolder({ owner, repo }: RepositoryName, folder: string, entries: readonly TreeEntry[]): ConnectorError {
  const isFile = entries.some(({ path }) => path === folder);
  const folders = entries.filter(({ path, type }) => type === "tree" && !path.includes("/")).map(({ path }) => path);
  return new ConnectorError(
    isFile ? "invalid_input" : "not_found",
    isFile
      ? `${folder} is a file: read it with github_read.`
      : `${owner}/${repo} has no folder ${folder} there. Folders at its top: ${folders.slice(0, 30).join(", ") || "none"}.`,
  );
}
