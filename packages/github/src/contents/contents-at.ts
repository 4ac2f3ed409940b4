import type { GithubCall, RepositoryName } from "../api/github-call.ts";
import { jsonOf } from "../api/json-of.ts";
import { recordNamedCommit } from "../trust/record-named-commit.ts";

/** What GitHub says of a path: a file, or why it is none. */
export interface Contents {
  readonly type: "file" | "dir" | "symlink" | "submodule";
  readonly sha: string;
  readonly size: number;
  readonly content?: string;
  readonly encoding?: string;
  readonly target?: string;
  readonly submodule_git_url?: string | null;
  /** Of a folder. */
  readonly entries?: ReadonlyArray<
    Pick<Contents, "type" | "size"> & { readonly name: string; readonly download_url: string | null }
  >;
}

/** What stands at a path; an empty one is the top. */
export async function contentsAt(call: GithubCall, at: RepositoryName, path: string, ref?: string): Promise<Contents> {
  const about = `${at.owner}/${at.repo}: ${path || "its top"}${ref === undefined ? "" : ` at ${ref}`}`;
  recordNamedCommit(call, at, ref, about);
  const answer = await call.send(
    "GET /repos/{owner}/{repo}/contents/{path}",
    { ...at, path, ...(ref === undefined ? {} : { ref }) },
    { about, accept: "application/vnd.github.object+json" },
  );
  const told = jsonOf(answer) as Contents | NonNullable<Contents["entries"]>;
  return "type" in told ? told : { type: "dir", sha: "", size: 0, entries: told };
}
