import { ConnectorError, type ToolContext } from "@drawbridge/core";
import type { Github } from "../api/github.ts";
import type { GithubCall } from "../api/github-call.ts";
import { jsonOf } from "../api/json-of.ts";
import { fillPage } from "../listing/fill-page.ts";
import { assertSort } from "../shown/assert-sort.ts";
import { nobody } from "../trust/nobody.ts";
import { recordThread } from "../trust/record-thread.ts";
import { scopedQuery } from "./scoped-query.ts";
import { type Hit, type SearchKind, searchKinds, withFragments } from "./search-kinds.ts";

/** What `github_search` is asked. */
export interface SearchInput {
  readonly kind: keyof typeof searchKinds;
  readonly query: string;
  readonly sort?: string | undefined;
  readonly order?: "asc" | "desc" | undefined;
  readonly limit: number;
}

/**
 * Searches one kind of thing. What lies outside of the scope is neither shown nor counted: even a number would tell whoever
 * guesses what is in there.
 */
export async function search(input: SearchInput, context: ToolContext<Github>) {
  const { limit, sort, order } = input;
  const kind: SearchKind = searchKinds[input.kind];
  assertSort(sort, kind.sorts, input.kind);
  const call = context.client.call(context);
  const q = scopedQuery(input.query, kind, call.scope);
  let total = 0;
  let isIncomplete = false;
  let isOutside = false;
  const ask = async (page: number): Promise<readonly Hit[]> => {
    // GitHub gives a thousand hits of a search and no more.
    if (page * limit > 1000) return [];
    const parameters = { q, sort, order, per_page: limit, page, headers: { accept: withFragments } };
    const answer = await call.sendBeyond(kind.route, parameters, `a search for ${JSON.stringify(input.query)}`);
    const found = jsonOf(answer) as { total_count: number; incomplete_results: boolean; items: Hit[] };
    total = found.total_count;
    isIncomplete = found.incomplete_results;
    return found.items;
  };
  const items = await fillPage({ page: context.page, size: limit }, ask, (hit) => {
    const shown = admitted(hit, kind, call);
    if (shown === undefined) isOutside = true;
    return shown;
  });
  return {
    ...(isOutside ? {} : { total }),
    items,
    ...(isIncomplete ? { incomplete: true } : {}),
  };
}

/** A hit as it is shown, recorded as read; undefined where its repository is not to be touched. */
function admitted(hit: Hit, kind: SearchKind, call: GithubCall): Record<string, unknown> | undefined {
  const repository = kind.repositoryOf?.(hit);
  if (repository === undefined) {
    const beyond = { privacy: 0, isOurs: false } as const;
    call.ledger.record({
      owner: "",
      repo: "search",
      author: nobody,
      beyond,
      what: "what a search of all GitHub found",
    });
    return kind.shape(hit);
  }
  const [owner, repo] = repository.split("/");
  if (!owner || !repo) throw new ConnectorError("unavailable", "GitHub told a hit without its repository. Try again.");
  if (!call.scope.admits(owner, repo)) return undefined;
  const what = `a hit in ${repository}`;
  if (kind.postsOf === undefined) call.ledger.record({ owner, repo, author: undefined, what });
  else recordThread(call, { owner, repo }, what, kind.postsOf(hit));
  return { repository, ...kind.shape(hit) };
}
