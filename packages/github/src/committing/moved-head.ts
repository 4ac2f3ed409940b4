import { ConnectorError } from "@drawbridge/core";
import type { GithubCall, RepositoryName } from "../api/github-call.ts";

/**
 * Why a commit cannot be made on a branch that somebody moved: who did what, and which of the files that were to be changed
 * they changed too.
 */
export async function movedHead(
  call: GithubCall,
  at: RepositoryName,
  heads: { readonly expected: string; readonly found: string },
  paths: readonly string[],
): Promise<ConnectorError> {
  const told = await whatChanged(call, at, heads, new Set(paths));
  return new ConnectorError(
    "conflict",
    `The branch is at ${heads.found}, not at ${heads.expected}: nothing was written. ${told}Read what changed with ` +
      "github_compare, and commit again with expected_head as it is now.",
  );
}

async function whatChanged(
  call: GithubCall,
  at: RepositoryName,
  { expected, found }: { readonly expected: string; readonly found: string },
  paths: ReadonlySet<string>,
): Promise<string> {
  try {
    const route = "GET /repos/{owner}/{repo}/compare/{basehead}";
    const { commits, files = [] } = await call.request(route, { ...at, basehead: `${expected}...${found}` });
    const made = commits.slice(-5).map(({ sha, commit }) => `${sha.slice(0, 7)} ${commit.message.split("\n", 1)[0]}`);
    const both = files.map(({ filename }) => filename).filter((name) => paths.has(name));
    const overlap =
      both.length === 0
        ? "None of your files is among theirs."
        : `They changed your files too: ${both.slice(0, 20).join(", ")}.`;
    const more = commits.length > made.length ? `${commits.length} commits, the last of them ` : "";
    return `Since then: ${more}${made.join("; ")}. ${overlap} `;
  } catch {
    call.cancellation.throwIfAborted();
    return "GitHub cannot compare the two. ";
  }
}
