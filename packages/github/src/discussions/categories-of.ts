import type { GithubCall, RepositoryName } from "../api/github-call.ts";
import type { Connection } from "../listing/connection.ts";
import { nodesOf } from "../pulls/nodes-of.ts";
import type { Category } from "./discussion.ts";
import { discussionQueries } from "./discussion-queries.ts";

/** The categories of a repository's discussions, and the repository's own identifier. */
export async function categoriesOf(call: GithubCall, at: RepositoryName) {
  const { repository } = (await call.graphql(discussionQueries.categories, { ...at }, at)) as {
    readonly repository: { readonly id: string; readonly discussionCategories: Connection<Category> };
  };
  return { id: repository.id, categories: nodesOf(repository.discussionCategories) };
}
