import type { Content, ToolContext } from "@drawbridge/core";
import type { Github } from "../api/github.ts";
import type { GithubCall, RepositoryName } from "../api/github-call.ts";
import type { ChangedFile } from "../differences/changed-file.ts";
import { matching } from "../differences/matching.ts";
import { type DifferencePlace, showDifferences } from "../differences/show-differences.ts";
import { fitted } from "../shown/fitted.ts";
import { recordNamedCommit } from "../trust/record-named-commit.ts";

/** What `github_get_commit` is asked. */
export interface CommitQuestion extends RepositoryName {
  readonly ref: string;
  readonly path?: string | undefined;
  readonly files_only: boolean;
}

/** GitHub tells three thousand files of a commit. */
const perPage = 100;
const mostPages = 30;

/** One commit: who, why, and its differences from its first parent. */
export async function showCommit(input: CommitQuestion, context: ToolContext<Github>): Promise<Content> {
  const { owner, repo, path, files_only: mapOnly } = input;
  const at = { owner, repo };
  const call = context.client.call(context);
  const place = context.page.place as DifferencePlace | undefined;
  const ref = place?.head ?? input.ref;
  const about = `the commit ${ref} of ${owner}/${repo}`;
  recordNamedCommit(call, at, ref, about);
  const { commit, files } = await commitOf(call, at, ref, about);
  const wanted = matching(files, path);
  const heading = place === undefined ? [fitted({ text: commit.commit.message }, context.page)] : [];
  const span = { base: commit.parents[0]?.sha ?? commit.sha, head: commit.sha };
  const unfolded = path !== undefined;
  const differences = await showDifferences(call, at, wanted, { span, mapOnly, unfolded }, context);
  const facts = {
    commit: commit.sha,
    author: commit.author?.login ?? commit.commit.author?.name,
    date: commit.commit.author?.date,
    parents: commit.parents.map(({ sha }) => sha.slice(0, 12)).join(", "),
    verified: commit.commit.verification?.verified === true ? true : undefined,
    files: wanted.length,
    incomplete: files.length >= mostPages * perPage ? "GitHub tells no more files of one commit" : undefined,
  };
  return { facts, parts: [...heading, ...differences] };
}

/** A commit with its files, of which each page of GitHub's has some. */
async function commitOf(call: GithubCall, at: RepositoryName, ref: string, about: string) {
  const files: ChangedFile[] = [];
  for (let page = 1; ; page += 1) {
    const asked = { ...at, ref, per_page: perPage, page };
    const commit = await call.request("GET /repos/{owner}/{repo}/commits/{ref}", asked, about);
    const told = (commit.files ?? []) as ChangedFile[];
    files.push(...told);
    if (told.length < perPage || page === mostPages) return { commit, files };
  }
}
