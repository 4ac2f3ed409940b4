import { ConnectorError } from "@drawbridge/core";
import type { GithubCall } from "../api/github-call.ts";
import type { Change } from "../changing/change.ts";
import type { CommitInput } from "./commit-files.ts";

/**
 * The first commit of a repository. GitHub makes it by its contents API alone, with one file: what would take several requests
 * could stay half done.
 *
 * @throws ConnectorError `invalid_input` for more than one plain file
 */
export function firstCommit({ owner, repo, branch, message, changes, author }: CommitInput, call: GithubCall): Change {
  const at = { owner, repo };
  const [{ path, content, encoding, mode } = { path: "" }] = changes;
  if (changes.length > 1 || content === undefined || (mode !== undefined && mode !== "100644")) {
    throw new ConnectorError(
      "invalid_input",
      `${owner}/${repo} has no commit yet, and GitHub makes the first with one plain file alone. Commit one file with its content first, README.md for instance, then all others as one commit.`,
    );
  }
  return {
    target: at,
    foresee: async () => ({
      summary: `First commit of ${owner}/${repo}, to ${branch}:\n\n${message}\n\ncreate ${path} (${Buffer.byteLength(content, encoding)} bytes)`,
      state: ["first", branch, message, changes, author],
    }),
    async apply() {
      const { commit } = await call.request(
        "PUT /repos/{owner}/{repo}/contents/{path}",
        {
          ...{ ...at, path, branch, message, content: Buffer.from(content, encoding).toString("base64") },
          ...(author === undefined ? {} : { author }),
        },
        `${owner}/${repo}: ${path}`,
      );
      const facts = { commit: commit.sha, files: 1, url: commit.html_url };
      return { facts, parts: [{ text: `Committed to ${branch} of ${owner}/${repo}, its first` }] };
    },
  };
}
