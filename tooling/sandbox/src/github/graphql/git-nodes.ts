import { actor } from "./actor.ts";
import { blame } from "./blame.ts";
import { rollup } from "./check-nodes.ts";
import { connection } from "./connection.ts";
import type { Rest } from "./rest.ts";
import type { Viewer } from "./viewer.ts";

/** Text beyond this is cut off by GitHub. */
const longestText = 512_000;

/** A commit, from what REST's list of commits has. */
export function commitNode(
  viewer: Viewer,
  at: string,
  { sha, node_id, html_url, commit, author, committer, parents }: Rest,
): object {
  const [headline = "", ...rest] = (commit.message as string).split("\n");
  const person = (of: Rest, user: Rest | null) => ({ ...of, user: () => actor(user) });
  return {
    __typename: "Commit",
    id: node_id,
    oid: sha,
    abbreviatedOid: sha.slice(0, 7),
    message: commit.message,
    messageHeadline: headline,
    messageBody: rest.join("\n").trim(),
    url: html_url,
    committedDate: commit.committer.date,
    authoredDate: commit.author.date,
    author: person(commit.author, author),
    committer: person(commit.committer, committer),
    parents: connection(async () => {
      const found = await Promise.all((parents as Rest[]).map((parent) => viewer.get(`${at}/commits/${parent.sha}`)));
      return found.filter((one) => one !== undefined).map((one) => commitNode(viewer, at, one));
    }),
    tree: { __typename: "Tree", oid: commit.tree.sha },
    statusCheckRollup: () => rollup(viewer, at, sha),
    history: connection(async () =>
      (await viewer.list(`${at}/commits?sha=${sha}`)).map((one) => commitNode(viewer, at, one)),
    ),
    blame: ({ path }: { path: string }) => blame(viewer, at, sha, path),
  };
}

/** What lies under an object's name, or under `revision:path`; null where there is nothing. */
export async function gitObject(
  viewer: Viewer,
  at: string,
  { oid, expression }: { oid?: string; expression?: string },
): Promise<object | null> {
  if (oid !== undefined)
    return (await blobNode(viewer, at, oid)) ?? (await commitOf(viewer, at, oid)) ?? (await treeNode(viewer, at, oid));
  const [revision = "", path] = (expression ?? "").split(/:(.*)/s);
  if (path === undefined) return commitOf(viewer, at, revision);
  const tree = await viewer.get(`${at}/git/trees/${revision}`, { recursive: "1" });
  if (path === "") return tree === undefined ? null : treeNode(viewer, at, tree.sha);
  const entry = (tree?.tree as Rest[] | undefined)?.find((one) => one.path === path);
  if (entry === undefined) return null;
  return entry.type === "tree" ? treeNode(viewer, at, entry.sha) : blobNode(viewer, at, entry.sha);
}

async function commitOf(viewer: Viewer, at: string, revision: string) {
  const commit = await viewer.get(`${at}/commits/${revision}`);
  return commit === undefined ? null : commitNode(viewer, at, commit);
}

async function blobNode(viewer: Viewer, at: string, oid: string) {
  const blob = await viewer.get(`${at}/git/blobs/${oid}`);
  if (blob === undefined) return null;
  const bytes = Buffer.from(blob.content, "base64");
  const isBinary = bytes.includes(0);
  return {
    __typename: "Blob",
    id: blob.node_id,
    oid,
    abbreviatedOid: oid.slice(0, 7),
    byteSize: bytes.length,
    isBinary,
    isTruncated: bytes.length > longestText,
    text: isBinary ? null : bytes.subarray(0, longestText).toString(),
  };
}

async function treeNode(viewer: Viewer, at: string, oid: string) {
  const tree = await viewer.get(`${at}/git/trees/${oid}`);
  if (tree === undefined) return null;
  const entries = (tree.tree as Rest[]).map(({ path, mode, type, sha, size }) => ({
    name: path,
    path,
    mode: Number.parseInt(mode, 8),
    type,
    oid: sha,
    size: size ?? 0,
    object: () => gitObject(viewer, at, { oid: sha }),
  }));
  return { __typename: "Tree", oid, abbreviatedOid: oid.slice(0, 7), entries };
}
