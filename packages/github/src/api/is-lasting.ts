/** Routes that tell of Git's objects, each with the parameter that names them. */
const objects: ReadonlyMap<string, string> = new Map([
  ["GET /repos/{owner}/{repo}/git/blobs/{file_sha}", "file_sha"],
  ["GET /repos/{owner}/{repo}/git/trees/{tree_sha}", "tree_sha"],
  ["GET /repos/{owner}/{repo}/git/commits/{commit_sha}", "commit_sha"],
  ["GET /repos/{owner}/{repo}/commits/{ref}", "ref"],
  ["GET /repos/{owner}/{repo}/contents/{path}", "ref"],
  ["GET /repos/{owner}/{repo}/compare/{basehead}", "basehead"],
]);

/** GitHub lets no branch and no tag have such a name. */
const onlyShas = /^[\da-f]{40}(?:\.{3}[\da-f]{40})?$/;

/** Whether an answer stays what it is: of what is named by its sha, and not by a branch, which moves. */
export function isLasting(route: string, parameters: Readonly<Record<string, unknown>>): boolean {
  const name = parameters[objects.get(route) ?? ""];
  return typeof name === "string" && onlyShas.test(name);
}
