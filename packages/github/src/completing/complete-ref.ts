import type { CallContext } from "@drawbridge/core";
import type { Github } from "../api/github.ts";
import type { RepositoryName } from "../api/github-call.ts";
import { nodesOf } from "../pulls/nodes-of.ts";
import type { Many } from "../pulls/overview-answer.ts";
import { beginning } from "./beginning.ts";

/** Of branches, and of tags. */
const most = 50;

const query = `query Refs($owner: String!, $repo: String!, $typed: String!, $heads: Boolean!) {
  repository(owner: $owner, name: $repo) {
    nameWithOwner
    defaultBranchRef @include(if: $heads) { name }
    heads: refs(refPrefix: "refs/heads/", query: $typed, first: ${most}) @include(if: $heads) { nodes { name } }
    tags: refs(refPrefix: "refs/tags/", query: $typed, first: ${most}) { nodes { name } }
  }
}`;

interface Refs {
  readonly defaultBranchRef?: { readonly name: string } | null;
  readonly heads?: Many<{ readonly name: string }>;
  readonly tags?: Many<{ readonly name: string }>;
}

/** Branches and tags, or tags alone; the default branch first. */
export async function completeRef(
  { owner, repo }: RepositoryName,
  typed: string,
  context: CallContext<Github>,
  kinds: ReadonlyArray<"heads" | "tags">,
): Promise<readonly string[]> {
  const variables = { owner, repo, typed, heads: kinds.includes("heads") };
  const call = context.client.call(context);
  const { repository } = (await call.graphql(query, variables, { owner, repo })) as { repository: Refs | null };
  const { defaultBranchRef, heads, tags } = repository ?? {};
  const first = defaultBranchRef ? [defaultBranchRef] : [];
  const names = [...first, ...nodesOf(heads), ...nodesOf(tags)].map(({ name }) => name);
  return beginning(names, typed);
}
