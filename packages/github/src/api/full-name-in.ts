/** `owner/name` of a repository in a URL of GitHub's API; undefined where it holds none. */
export function fullNameIn(url: string): { readonly owner: string; readonly repo: string } | undefined {
  const [, owner, repo] = /\/repos\/([^/?#]+)\/([^/?#]+)/.exec(url) ?? [];
  return owner === undefined || repo === undefined ? undefined : { owner, repo };
}
