import { ConnectorError } from "@drawbridge/core";
import type { GithubCall, RepositoryName } from "../api/github-call.ts";
import type { Change } from "../changing/change.ts";
import { assertChanges } from "./assert-changes.ts";
import { type Base, baseOf } from "./base.ts";
import { difference } from "./difference.ts";
import type { FileChange } from "./file-change.ts";
import { movedHead } from "./moved-head.ts";
import { type NewEntry, newEntries } from "./new-entries.ts";

/** What `github_commit` is asked. */
export interface CommitInput extends RepositoryName {
  readonly branch: string;
  readonly message: string;
  readonly changes: readonly FileChange[];
  readonly expected_head?: string | undefined;
  readonly author?: { readonly name: string; readonly email: string } | undefined;
}

/** One commit with all changes, or none: blobs and trees that nothing refers to are never seen. */
export function commitFiles(
  { owner, repo, branch, message, changes, expected_head: expected, author }: CommitInput,
  call: GithubCall,
): Change {
  const at = { owner, repo };
  assertChanges(changes);
  const prepared = async () => {
    const base = await baseOf(call, at, branch);
    if (expected !== undefined && expected !== base.commit) {
      throw await movedHead(
        call,
        at,
        { expected, found: base.commit },
        changes.map(({ path }) => path),
      );
    }
    return { base, made: await newEntries(call, at, base, changes) };
  };
  return {
    target: at,
    async foresee() {
      const { base, made } = await prepared();
      const summary = `Commit to ${branch} of ${owner}/${repo}, on ${base.commit.slice(0, 12)}:\n\n${message}\n\n${difference(changes, made)}`;
      return { summary, state: [base.commit, message, changes, author] };
    },
    async apply() {
      const { base, made } = await prepared();
      const tree = await makeTree(call, at, base, made.entries);
      if (tree === base.tree)
        throw new ConnectorError("conflict", "That changes nothing: the files are so already. No commit was made.");
      const commit = await call.request("POST /repos/{owner}/{repo}/git/commits", {
        ...at,
        message,
        tree,
        parents: [base.commit],
        ...(author === undefined ? {} : { author }),
      });
      await moveBranch(call, at, { branch, from: base.commit, to: commit.sha, paths: changes.map(({ path }) => path) });
      const facts = { commit: commit.sha, parent: base.commit, files: changes.length, url: commit.html_url };
      return { facts, parts: [{ text: `Committed to ${branch} of ${owner}/${repo}` }] };
    },
  };
}

async function makeTree(
  call: GithubCall,
  at: RepositoryName,
  { tree }: Base,
  entries: readonly NewEntry[],
): Promise<string> {
  const made = entries.map(async ({ bytes, ...entry }) => {
    if (bytes === undefined) return entry;
    const blob = { ...at, content: bytes.toString("base64"), encoding: "base64" };
    const { sha } = await call.request("POST /repos/{owner}/{repo}/git/blobs", blob, entry.path);
    return { ...entry, sha };
  });
  const whole = { ...at, base_tree: tree, tree: (await Promise.all(made)) as never };
  const { sha } = await call.request("POST /repos/{owner}/{repo}/git/trees", whole);
  return sha;
}

interface Move {
  readonly branch: string;
  readonly from: string;
  readonly to: string;
  readonly paths: readonly string[];
}

/** Never forced: GitHub takes it only where the new commit follows the branch's head. */
async function moveBranch(call: GithubCall, at: RepositoryName, { branch, from, to, paths }: Move): Promise<void> {
  try {
    await call.request(
      "PATCH /repos/{owner}/{repo}/git/refs/{ref}",
      { ...at, ref: `heads/${branch}`, sha: to },
      `the branch ${branch}`,
    );
  } catch (error) {
    const isMoved = ConnectorError.is(error) && /fast.forward/i.test(error.message);
    if (!isMoved) throw error;
    const { object } = await call.request("GET /repos/{owner}/{repo}/git/ref/{ref}", { ...at, ref: `heads/${branch}` });
    throw await movedHead(call, at, { expected: from, found: object.sha }, paths);
  }
}
