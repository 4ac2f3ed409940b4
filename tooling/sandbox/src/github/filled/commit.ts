import type { Stand } from "../stand.ts";

/** A file of a commit: its text or bytes, or what it points to. */
export type FilledFile =
  | string
  | Buffer
  | { readonly link: string }
  | { readonly submodule: string }
  | { readonly program: string };

/**
 * Commits files by the git data API, so that modes, links and submodules are right.
 *
 * @param parent the head so far; a branch of that name is made or moved
 * @returns the commit's sha
 */
export async function commit(
  stand: Stand,
  {
    repo,
    login,
    branch,
    parent,
    message,
    files,
  }: {
    readonly repo: string;
    readonly login: string;
    readonly branch: string;
    readonly parent: string;
    readonly message: string;
    readonly files: Readonly<Record<string, FilledFile>>;
  },
): Promise<string> {
  const at = `/repos/${repo}/git`;
  const base = (await stand.as(login, "GET", `${at}/commits/${parent}`)) as { tree: { sha: string } };
  const tree = await Promise.all(Object.entries(files).map(([path, file]) => entry(stand, at, login, path, file)));
  const made = (await stand.as(login, "POST", `${at}/trees`, { base_tree: base.tree.sha, tree })) as { sha: string };
  const body = { message, tree: made.sha, parents: [parent] };
  const { sha } = (await stand.as(login, "POST", `${at}/commits`, body)) as { sha: string };
  const isThere = await stand.as(login, "GET", `${at}/ref/heads/${branch}`).then(
    () => true,
    () => false,
  );
  if (isThere) await stand.as(login, "PATCH", `${at}/refs/heads/${branch}`, { sha });
  else await stand.as(login, "POST", `${at}/refs`, { ref: `refs/heads/${branch}`, sha });
  return sha;
}

async function entry(stand: Stand, at: string, login: string, path: string, file: FilledFile) {
  if (typeof file === "string") return { path, mode: "100644", type: "blob", content: file };
  if (Buffer.isBuffer(file)) {
    const body = { content: file.toString("base64"), encoding: "base64" };
    const { sha } = (await stand.as(login, "POST", `${at}/blobs`, body)) as { sha: string };
    return { path, mode: "100644", type: "blob", sha };
  }
  if ("link" in file) return { path, mode: "120000", type: "blob", content: file.link };
  if ("program" in file) return { path, mode: "100755", type: "blob", content: file.program };
  return { path, mode: "160000", type: "commit", sha: file.submodule };
}
