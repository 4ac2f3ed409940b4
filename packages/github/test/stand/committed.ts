import type { ServedGithub } from "./served-github.ts";

/** What a commit puts at a path: a text, bytes, where a link leads, a program; null takes it away. */
export type CommittedFile = string | Buffer | null | { readonly link: string } | { readonly program: string };

/**
 * Commits files to `acme/site` in ada's name, past the client under test, and makes the branch where there is none.
 *
 * @param on the branch that the commit follows; main without it
 * @returns the commit's sha
 */
export async function committed(
  { stand }: ServedGithub,
  branch: string,
  files: Readonly<Record<string, CommittedFile>>,
  on = "main",
): Promise<string> {
  const at = "/repos/acme/site/git";
  const ask = async <Answer>(method: string, path: string, body?: object) =>
    (await stand.as("ada", method, `${at}/${path}`, body)) as Answer;
  const { object } = await ask<{ object: { sha: string } }>("GET", `ref/heads/${on}`);
  const entries = Object.entries(files).map(async ([path, file]) => {
    if (file === null) return { path, mode: "100644", type: "blob", sha: null };
    if (typeof file === "string") return { path, mode: "100644", type: "blob", content: file };
    if ("link" in file) return { path, mode: "120000", type: "blob", content: file.link };
    if ("program" in file) return { path, mode: "100755", type: "blob", content: file.program };
    const blob = { content: file.toString("base64"), encoding: "base64" };
    return { path, mode: "100644", type: "blob", sha: (await ask<{ sha: string }>("POST", "blobs", blob)).sha };
  });
  const base = await ask<{ tree: { sha: string } }>("GET", `commits/${object.sha}`);
  const whole = { base_tree: base.tree.sha, tree: await Promise.all(entries) };
  const tree = await ask<{ sha: string }>("POST", "trees", whole);
  const message = `Change ${Object.keys(files).length} files`;
  const { sha } = await ask<{ sha: string }>("POST", "commits", { message, tree: tree.sha, parents: [object.sha] });
  if (branch === on) await ask("PATCH", `refs/heads/${branch}`, { sha });
  else await ask("POST", "refs", { ref: `refs/heads/${branch}`, sha });
  return sha;
}
