import type { CallContext } from "@drawbridge/core";
import type { Github } from "../api/github.ts";
import type { RepositoryName } from "../api/github-call.ts";
import { nodesOf } from "../pulls/nodes-of.ts";
import type { Many } from "../pulls/overview-answer.ts";
import { beginning } from "./beginning.ts";

/** Nothing but numbers is asked for: titles would be words of strangers, which nobody is shown here. */
const queryOf = (kind: "issues" | "pullRequests") => `query Numbers($owner: String!, $repo: String!) {
  repository(owner: $owner, name: $repo) {
    nameWithOwner
    found: ${kind}(states: OPEN, first: 100, orderBy: { field: UPDATED_AT, direction: DESC }) { nodes { number } }
  }
}`;

/** Numbers of issues or pull requests that are open, those first in which something happened last. */
export async function completeNumber(
  { owner, repo }: RepositoryName,
  typed: string,
  context: CallContext<Github>,
  kind: "issues" | "pullRequests",
): Promise<readonly string[]> {
  if (!/^\d{0,10}$/.test(typed)) return [];
  const call = context.client.call(context);
  const { repository } = (await call.graphql(queryOf(kind), { owner, repo }, { owner, repo })) as {
    repository: { found: Many<{ readonly number: number }> } | null;
  };
  return beginning(
    nodesOf(repository?.found).map(({ number }) => String(number)),
    typed,
  );
}
