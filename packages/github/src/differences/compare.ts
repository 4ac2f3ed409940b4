import { ConnectorError, type Content } from "@drawbridge/core";
import type { GithubCall, RepositoryName } from "../api/github-call.ts";
import { resolveCommit } from "../contents/resolve-commit.ts";
import { fitted } from "../shown/fitted.ts";
import type { Paged } from "../shown/paged.ts";
import type { ChangedFile } from "./changed-file.ts";
import { filesBeyond } from "./files-beyond.ts";
import { matching } from "./matching.ts";
import { type DifferencePlace, showDifferences } from "./show-differences.ts";

/** What `github_compare` is asked. */
export interface CompareInput extends RepositoryName {
  readonly base: string;
  readonly head: string;
  readonly path?: string | undefined;
  readonly files_only: boolean;
}

/** GitHub gives the files of a comparison on its first page, and no more than these. */
const mostFiles = 300;

/** Commits that are named. */
const mostCommits = 30;

/** What a head has that its base has not: commits, a map of files, their hunks. */
export async function compare(input: CompareInput, context: Paged): Promise<Content> {
  const { owner, repo, path, files_only: mapOnly } = input;
  const at = { owner, repo };
  const call = context.client.call(context);
  const place = context.page.place as DifferencePlace | undefined;
  const [from, head] =
    place === undefined
      ? await Promise.all([input.base, input.head].map((ref) => resolveCommit(call, at, ref)))
      : [place.base, place.head];
  if (from === undefined || head === undefined) throw new ConnectorError("internal", "A comparison has two ends.");
  const { base, files: told, ahead, behind, messages } = await comparison(call, at, from, head);
  const span = { base, head };
  const beyond = told.length < mostFiles ? undefined : await filesBeyond(call, at, span, told);
  const wanted = matching([...told, ...(beyond?.files ?? [])], path);
  const isNamed = place === undefined && path === undefined && messages.length > 0;
  const heading = isNamed ? [fitted({ text: messages.join("\n") }, context.page)] : [];
  const unfolded = path !== undefined;
  const differences = await showDifferences(call, at, wanted, { span, mapOnly, unfolded }, context);
  const facts = { base: from, head, ahead, behind, files: wanted.length };
  const isCut = beyond?.isCut === true;
  return { facts: isCut ? { ...facts, incomplete } : facts, parts: [...heading, ...differences] };
}

const incomplete = "the trees are too large for all files to be told";

interface Comparison {
  /** Of the commit that both come from, which is what GitHub compares the head with. */
  readonly base: string;
  readonly files: readonly ChangedFile[];
  readonly ahead: number;
  readonly behind: number;
  readonly messages: readonly string[];
}

async function comparison(call: GithubCall, at: RepositoryName, base: string, head: string): Promise<Comparison> {
  const route = "GET /repos/{owner}/{repo}/compare/{basehead}";
  const about = `${at.owner}/${at.repo}: ${base}...${head}`;
  const told = await call.request(route, { ...at, basehead: `${base}...${head}`, per_page: mostCommits }, about);
  return {
    base: told.merge_base_commit.sha,
    files: (told.files ?? []) as ChangedFile[],
    ahead: told.ahead_by,
    behind: told.behind_by,
    messages: [
      ...told.commits.map(
        ({ sha, commit, author }) =>
          `${sha.slice(0, 10)} ${commit.message.split("\n", 1)[0]} (${author?.login ?? commit.author?.name})`,
      ),
      ...(told.total_commits > told.commits.length
        ? [`… ${told.total_commits - told.commits.length} more commits: github_list, kind commits, sha ${head}`]
        : []),
    ],
  };
}
