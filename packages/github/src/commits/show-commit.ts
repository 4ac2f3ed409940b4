import { type Content, compileGlob, type ToolContext } from "@drawbridge/core";
import type { Github } from "../api/github.ts";
import type { RepositoryName } from "../api/github-call.ts";
import type { ChangedFile } from "../differences/changed-file.ts";
import { type DifferencePlace, showDifferences } from "../differences/show-differences.ts";
import { recordNamedCommit } from "../trust/record-named-commit.ts";

/** What `github_get_commit` is asked. */
export interface CommitQuestion extends RepositoryName {
  readonly ref: string;
  readonly path?: string | undefined;
  readonly files_only: boolean;
}

/** One commit: who, why, and its differences from its first parent. */
export async function showCommit(input: CommitQuestion, context: ToolContext<Github>): Promise<Content> {
  const { owner, repo, path, files_only: mapOnly } = input;
  const at = { owner, repo };
  const call = context.client.call(context);
  const place = context.page.place as DifferencePlace | undefined;
  const ref = place?.head ?? input.ref;
  const about = `the commit ${ref} of ${owner}/${repo}`;
  recordNamedCommit(call, at, ref, about);
  const commit = await call.request("GET /repos/{owner}/{repo}/commits/{ref}", { ...at, ref }, about);
  const files = (commit.files ?? []) as ChangedFile[];
  const matches = path === undefined ? undefined : compileGlob(path);
  const wanted = matches === undefined ? files : files.filter(({ filename }) => matches(filename.split("/")));
  const span = { base: commit.parents[0]?.sha ?? commit.sha, head: commit.sha };
  const parts = await showDifferences(call, at, wanted, { span, mapOnly, unfolded: path !== undefined }, context);
  if (place === undefined) parts.unshift({ text: commit.commit.message });
  const facts = {
    commit: commit.sha,
    author: commit.author?.login ?? commit.commit.author?.name,
    date: commit.commit.author?.date,
    parents: commit.parents.map(({ sha }) => sha.slice(0, 12)).join(", "),
    verified: commit.commit.verification?.verified === true ? true : undefined,
    files: wanted.length,
  };
  return { facts, parts };
}
