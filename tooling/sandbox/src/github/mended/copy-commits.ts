import type { Stand } from "../stand.ts";

interface Commit {
  readonly sha: string;
  readonly message: string;
  readonly tree: { readonly sha: string };
  readonly parents: readonly { readonly sha: string }[];
  readonly author: object;
  readonly committer: object;
}

interface Entry {
  readonly path: string;
  readonly mode: string;
  readonly type: string;
  readonly sha: string;
}

/**
 * Brings a commit and all before it from one repository to another, as forks and pull requests from forks share objects at GitHub.
 * Objects are named by what is in them, so that each has the same name there.
 */
export async function copyCommits(stand: Stand, from: string, to: string, sha: string): Promise<void> {
  const [reader, writer] = [stand.ownerOf(from), stand.ownerOf(to)];
  const isThere = await stand.as(writer, "GET", `${to}/git/commits/${sha}`).then(
    () => true,
    () => false,
  );
  if (isThere) return;
  const commit = (await stand.as(reader, "GET", `${from}/git/commits/${sha}`)) as Commit;
  const { message, tree, author, committer } = commit;
  const parents = commit.parents.map((parent) => parent.sha);
  // A commit is taken only where its parents are.
  for (const parent of parents) await copyCommits(stand, from, to, parent);
  await copyTree(stand, from, to, tree.sha);
  await stand.as(writer, "POST", `${to}/git/commits`, { message, tree: tree.sha, parents, author, committer });
}

async function copyTree(stand: Stand, from: string, to: string, sha: string): Promise<void> {
  const path = `${from}/git/trees/${sha}?recursive=1`;
  const { tree } = (await stand.as(stand.ownerOf(from), "GET", path)) as { tree: Entry[] };
  const files = tree.filter(({ type }) => type !== "tree");
  const blobs = files.filter(({ type }) => type === "blob");
  await Promise.all(blobs.map((entry) => copyBlob(stand, from, to, entry.sha)));
  const copied = files.map(({ path: name, mode, type, sha: object }) => ({ path: name, mode, type, sha: object }));
  await stand.as(stand.ownerOf(to), "POST", `${to}/git/trees`, { tree: copied });
}

async function copyBlob(stand: Stand, from: string, to: string, sha: string): Promise<void> {
  const blob = (await stand.as(stand.ownerOf(from), "GET", `${from}/git/blobs/${sha}`)) as { content: string };
  await stand.as(stand.ownerOf(to), "POST", `${to}/git/blobs`, { content: blob.content, encoding: "base64" });
}
