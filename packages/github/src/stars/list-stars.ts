import type { ToolContext } from "@drawbridge/core";
import type { Github } from "../api/github.ts";
import type { GithubCall, RepositoryName } from "../api/github-call.ts";
import { fillPage } from "../listing/fill-page.ts";
import { toShownRepository } from "../repositories/to-shown-repository.ts";
import { repositoryIfAny } from "../scope/repository-if-any.ts";
import { given } from "../shown/given.ts";

/** What `github_stars_read` is asked. */
export interface StarsInput {
  readonly username?: string | undefined;
  readonly owner?: string | undefined;
  readonly repo?: string | undefined;
  readonly sort?: "created" | "updated" | undefined;
  readonly direction?: "asc" | "desc" | undefined;
  readonly limit: number;
}

/** Repositories that somebody has starred, within the scope; of one repository who has starred it. */
export async function listStars(input: StarsInput, context: ToolContext<Github>) {
  const { username, limit, sort, direction } = input;
  const call = context.client.call(context);
  const at = repositoryIfAny(input);
  if (at !== undefined) return { items: await stargazers(call, at, limit, context) };
  const order = given({ sort, direction });
  const what = username === undefined ? "your stars" : `the stars of ${username}`;
  const ask = async (page: number) => {
    const paging = { ...order, per_page: limit, page };
    const starred = await (username === undefined
      ? call.requestBeyond("GET /user/starred", paging, what)
      : call.requestBeyond("GET /users/{username}/starred", { username, ...paging }, what));
    return starred as Parameters<typeof toShownRepository>[0][];
  };
  let left = 0;
  const items = await fillPage({ page: context.page, size: limit }, ask, (starred) => {
    const [of = "", name = ""] = starred.full_name.split("/");
    if (call.scope.admits(of, name)) {
      call.ledger.record({ owner: of, repo: name, author: undefined, what: `${starred.full_name} among ${what}` });
      return toShownRepository(starred);
    }
    left += 1;
    return undefined;
  });
  return { items, ...(left > 0 ? { outside_repos: left } : {}) };
}

async function stargazers(call: GithubCall, at: RepositoryName, limit: number, context: ToolContext<Github>) {
  const ask = (page: number) =>
    call.request("GET /repos/{owner}/{repo}/stargazers", { ...at, per_page: limit, page }) as Promise<
      readonly { readonly login: string }[]
    >;
  return fillPage({ page: context.page, size: limit }, ask, ({ login }) => ({ login }));
}
