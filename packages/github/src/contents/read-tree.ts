import { ConnectorError } from "@drawbridge/core";
import type { GithubCall, RepositoryName } from "../api/github-call.ts";
import type { TreeEntry } from "./tree-entry.ts";

interface Tree {
  readonly entries: readonly TreeEntry[];
  /** Whether there is more, which would take too many requests. */
  readonly isCut: boolean;
}

interface Branching {
  /** From the top, with a slash at its end; empty for the top itself. */
  readonly prefix: string;
  /** Levels that are wanted. */
  readonly depth: number;
  /** Whether it is known already that GitHub does not tell all of it at once. */
  readonly isCut: boolean;
  /** Requests that may still be made. */
  readonly budget: { left: number };
}

/** A tree that GitHub does not tell at once is read folder by folder, with no more requests than these. */
const mostRequests = 100;

/** A tree and, with `recursive`, all below it, of which GitHub gives 100,000 entries or 7 MB; paths are relative to it. */
async function treeOf(call: GithubCall, at: RepositoryName, sha: string, recursive: boolean): Promise<Tree> {
  const { tree, truncated } = await call.request(
    "GET /repos/{owner}/{repo}/git/trees/{tree_sha}",
    { ...at, tree_sha: sha, ...(recursive ? { recursive: "1" } : {}) },
    `the tree ${sha} of ${at.owner}/${at.repo}`,
  );
  return { entries: tree as TreeEntry[], isCut: truncated };
}

/**
 * All entries below a folder, with paths from the top.
 *
 * @param commit sha of a commit
 * @param folder from the top, without slashes at its ends; empty for all
 * @param depth levels below the folder that are wanted; where all come at once more may be told
 */
export async function readTree(
  call: GithubCall,
  at: RepositoryName,
  commit: string,
  folder: string,
  depth = Number.POSITIVE_INFINITY,
): Promise<Tree> {
  const whole = await treeOf(call, at, commit, true);
  if (!whole.isCut) {
    const below = folder === "" ? whole.entries : whole.entries.filter(({ path }) => path.startsWith(`${folder}/`));
    if (folder !== "" && below.length === 0) throw noFolder(at, folder, whole.entries);
    return { entries: below, isCut: false };
  }
  let sha = commit;
  for (const name of folder.split("/").filter((part) => part !== "")) {
    const { entries } = await treeOf(call, at, sha, false);
    const found = entries.find((entry) => entry.path === name && entry.type === "tree");
    if (found === undefined) throw noFolder(at, folder, entries);
    sha = found.sha;
  }
  const prefix = folder === "" ? "" : `${folder}/`;
  return branching(call, at, sha, {
    ...{ prefix, depth, isCut: folder === "", budget: { left: mostRequests } },
  });
}

/** A tree folder by folder, those at once that GitHub tells at once. */
async function branching(
  call: GithubCall,
  at: RepositoryName,
  sha: string,
  { prefix, depth, isCut: isKnownCut, budget }: Branching,
): Promise<Tree> {
  if (budget.left <= 0) return { entries: [], isCut: true };
  budget.left -= 1;
  const placed = (tree: Tree) => tree.entries.map((entry) => ({ ...entry, path: `${prefix}${entry.path}` }));
  if (depth <= 1) {
    const level = await treeOf(call, at, sha, false);
    return { entries: placed(level), isCut: level.isCut };
  }
  const whole = isKnownCut ? undefined : await treeOf(call, at, sha, true);
  if (whole?.isCut === false) return { entries: placed(whole), isCut: false };
  const entries: TreeEntry[] = [];
  let isCut = false;
  for (const entry of placed(await treeOf(call, at, sha, false))) {
    entries.push(entry);
    if (entry.type !== "tree") continue;
    const below = await branching(call, at, entry.sha, {
      ...{ prefix: `${entry.path}/`, depth: depth - 1, isCut: false, budget },
    });
    entries.push(...below.entries);
    isCut ||= below.isCut;
  }
  return { entries, isCut };
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
