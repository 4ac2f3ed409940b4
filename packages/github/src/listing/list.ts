import { ConnectorError } from "@drawbridge/core";
import { jsonOf } from "../api/json-of.ts";
import { assertSort } from "../shown/assert-sort.ts";
import type { Paged } from "../shown/paged.ts";
import { recordNamedCommit } from "../trust/record-named-commit.ts";
import { fillPage } from "./fill-page.ts";
import { type AnyListKind, type Listed, listKinds } from "./list-kinds.ts";

/** What `github_list` is asked; the rest are filters under GitHub's names. */
export interface ListInput {
  readonly owner: string;
  readonly repo: string;
  readonly kind: keyof typeof listKinds;
  readonly limit: number;
  readonly [filter: string]: unknown;
}

/** Lists one kind of thing that a repository has. */
export async function list({ owner, repo, kind, limit, ...filters }: ListInput, context: Paged) {
  const {
    route,
    filters: taken = [],
    sorts,
    isWhole,
    field,
    authorOf,
    repositoryOf,
    outside,
    shape,
  }: AnyListKind = listKinds[kind];
  const unknown = Object.keys(filters).filter((name) => filters[name] !== undefined && !taken.includes(name));
  if (unknown.length > 0) {
    const others = taken.length === 0 ? "It takes none" : `It takes ${taken.join(", ")}`;
    throw new ConnectorError("invalid_input", `${kind} cannot be filtered by ${unknown.join(", ")}. ${others}.`);
  }
  assertSort(filters.sort as string | undefined, sorts, kind);
  const call = context.client.call(context);
  const what = `${kind} of ${owner}/${repo}`;
  recordNamedCommit(call, { owner, repo }, filters.sha as string | undefined, what);
  const ask = async (page: number) => {
    // What GitHub gives at once is divided here.
    const paging = isWhole ? {} : { per_page: limit, page };
    const answer = await call.send(route, { owner, repo, ...filters, ...paging }, { about: what });
    const all = itemsOf(jsonOf(answer) ?? [], kind, field);
    return isWhole ? all.slice((page - 1) * limit, page * limit) : all;
  };
  const items = await fillPage({ page: context.page, size: limit }, ask, (item) => {
    const author = authorOf?.(item);
    if (author !== undefined) call.ledger.record({ owner, repo, author, what });
    const other = repositoryOf?.(item);
    const isOutside = other !== undefined && !call.scope.admitsNamed(other);
    return isOutside ? outside?.(item) : shape(item);
  });
  return { items };
}

/** @param answer an empty repository's list of contributors is no content at all */
function itemsOf(answer: object, kind: string, field: string | undefined): readonly Listed[] {
  if (kind === "languages") return Object.entries(answer).map(([name, bytes]) => ({ name, bytes }));
  return (field === undefined ? answer : (answer as Listed)[field]) as readonly Listed[];
}
