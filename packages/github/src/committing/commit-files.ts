import type { GithubCall, RepositoryName } from "../api/github-call.ts";
import type { Change } from "../changing/change.ts";
import { assertChanges } from "./assert-changes.ts";
import { type Base, baseOf } from "./base.ts";
import { difference } from "./difference.ts";
import type { FileChange } from "./file-change.ts";
import { firstCommit } from "./first-commit.ts";
import { moveBranch } from "./move-branch.ts";
import { movedHead } from "./moved-head.ts";
import { type Entries, type NewEntry, newEntries } from "./new-entries.ts";

/** What `github_commit` is asked. */
export interface CommitInput extends RepositoryName {
  readonly branch: string;
  readonly message: string;
  readonly changes: readonly FileChange[];
  readonly expected_head?: string | undefined;
  readonly author?: { readonly name: string; readonly email: string } | undefined;
}

/** One commit with all changes, or none: blobs and trees that nothing refers to are never seen. */
export function commitFiles(input: CommitInput, call: GithubCall): Change {
  const { owner, repo, branch, message, changes, author } = input;
  const at = { owner, repo };
  assertChanges(changes);
  return {
    target: at,
    async foresee() {
      const prepared = await prepare(input, call);
      if (prepared === undefined) return firstCommit(input, call).foresee();
      const { base, made } = prepared;
      const heading = `Commit to ${branch} of ${owner}/${repo}, on ${base.commit.slice(0, 12)}:\n\n${message}`;
      const summary = `${heading}\n\n${difference(changes, base, made)}`;
      return { summary, state: [base.commit, message, changes, author] };
    },
    async apply() {
      const prepared = await prepare(input, call);
      if (prepared === undefined) return firstCommit(input, call).apply();
      const { base, made } = prepared;
      const tree = await makeTree(call, at, base, made.entries);
      if (tree === base.tree)
        throw call.conflict("That changes nothing: the files are so already. No commit was made.");
      const parents = [base.commit];
      const by = author === undefined ? {} : { author };
      const commit = await call.request(
        "POST /repos/{owner}/{repo}/git/commits",
        { ...at, message, tree, parents, ...by },
        `a commit in ${owner}/${repo}`,
      );
      await moveBranch(call, at, { branch, from: base.commit, to: commit.sha, paths: pathsOf(changes) });
      const facts = { commit: commit.sha, parent: base.commit, files: changes.length, url: commit.html_url };
      return { facts, parts: [{ text: `Committed to ${branch} of ${owner}/${repo}` }] };
    },
  };
}

interface Prepared {
  readonly base: Base;
  readonly made: Entries;
}

/** What the commit will hold, before anything is written; undefined in a repository without any commit. */
async function prepare(input: CommitInput, call: GithubCall): Promise<Prepared | undefined> {
  const { owner, repo, branch, changes, expected_head: expected } = input;
  const at = { owner, repo };
  const base = await baseOf(call, at, branch);
  if (base === undefined) return undefined;
  if (expected !== undefined && expected !== base.commit)
    throw await movedHead(call, at, { expected, found: base.commit }, pathsOf(changes));
  return { base, made: await newEntries(call, at, base, changes) };
}

function pathsOf(changes: readonly FileChange[]): readonly string[] {
  return changes.flatMap(({ path, move_to: to }) => (to === undefined ? [path] : [path, to]));
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
  const { sha } = await call.request("POST /repos/{owner}/{repo}/git/trees", whole, `a tree in ${at.owner}/${at.repo}`);
  return sha;
}
