import { ConnectorError, type ToolContext } from "@drawbridge/core";
import type { Github } from "../api/github.ts";
import type { RepositoryName } from "../api/github-call.ts";
import { resolveCommit } from "../contents/resolve-commit.ts";
import { nobody } from "../trust/nobody.ts";
import { blameQuery } from "./blame-query.ts";

/** What `github_blame` is asked. */
export interface BlameInput extends RepositoryName {
  readonly path: string;
  readonly ref?: string | undefined;
  readonly start_line?: number | undefined;
  readonly end_line?: number | undefined;
}

interface Range {
  readonly startingLine: number;
  readonly endingLine: number;
  readonly commit: {
    readonly oid: string;
    readonly messageHeadline: string;
    readonly authoredDate: string;
    readonly author: { readonly name: string | null; readonly user: { readonly login: string } | null } | null;
  };
}

interface Answer {
  readonly repository: {
    readonly file: { readonly __typename: string } | null;
    readonly object: { readonly blame?: { readonly ranges: readonly Range[] } } | null;
  } | null;
}

/** Pages of one file are of one commit, however its branch moves meanwhile. */
interface Place {
  readonly commit: string;
  readonly line: number;
}

/** Tells who wrote the lines of a file, range by range. */
export async function blameFile(input: BlameInput, context: ToolContext<Github>) {
  const { owner, repo, ref, start_line: first = 1, end_line: last = Number.POSITIVE_INFINITY } = input;
  if (last < first) throw new ConnectorError("invalid_input", "end_line comes before start_line.");
  const at = { owner, repo };
  const path = input.path.replace(/^\/+/, "");
  const call = context.client.call(context);
  const place = context.page.place as Place | undefined;
  const commit = place?.commit ?? (await resolveCommit(call, at, ref));
  const variables = { ...at, commit, path, file: `${commit}:${path}` };
  const { repository } = (await call.graphql(blameQuery, variables, at)) as Answer;
  if (repository?.file?.__typename !== "Blob") {
    const what = repository?.file ? "is no file" : "does not exist";
    throw new ConnectorError("not_found", `${path} ${what} in ${owner}/${repo} at ${commit}. See github_tree.`);
  }
  const from = Math.max(first, place?.line ?? 1);
  const ranges = (repository.object?.blame?.ranges ?? [])
    .filter(({ startingLine, endingLine }) => endingLine >= from && startingLine <= last)
    .map((range) => shown(range, from, last));
  const fitting = ranges.findIndex((range) => !context.page.take(range));
  const next = ranges[fitting];
  if (next !== undefined) context.page.stopAt({ commit, line: next.start_line } satisfies Place);
  const told = next === undefined ? ranges : ranges.slice(0, fitting);
  for (const { author } of told) call.ledger.record({ ...at, author, what: `the blame of ${path}` });
  return { commit, ranges: told.map(({ author, name, ...range }) => ({ ...range, author: name ?? author })) };
}

function shown({ startingLine, endingLine, commit }: Range, first: number, last: number) {
  const { oid, messageHeadline, authoredDate, author } = commit;
  return {
    start_line: Math.max(startingLine, first),
    end_line: Math.min(endingLine, last),
    sha: oid,
    /** Whoever has no account has a name alone, which anybody may give themselves. */
    author: author?.user?.login ?? nobody,
    ...(author?.user ? {} : { name: author?.name ?? nobody }),
    date: authoredDate,
    message: messageHeadline,
  };
}
