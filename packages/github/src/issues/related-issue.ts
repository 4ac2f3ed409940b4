import type { GithubCall, RepositoryName } from "../api/github-call.ts";
import { nobody } from "../trust/nobody.ts";

/**
 * Another issue, within the scope: GitHub links issues by a number of their own, which says nothing of where they lie.
 *
 * @param named `12` of the same repository, or `acme/site#12`
 */
export async function relatedIssue(call: GithubCall, at: RepositoryName, named: string) {
  const [, owner = at.owner, repo = at.repo, number] = /^(?:([\w.-]+)\/([\w.-]+))?#?(\d+)$/.exec(named) ?? [];
  const name = `${owner}/${repo}#${number}`;
  const route = "GET /repos/{owner}/{repo}/issues/{issue_number}";
  const { id, title, user } = await call.request(route, { owner, repo, issue_number: Number(number) }, name);
  call.ledger.record({ owner, repo, author: user?.login ?? nobody, what: `issue ${name}` });
  // A link is shown on both of its ends.
  await call.assertMayFlow({ owner, repo });
  return { id: Number(id), name, shown: `${name}: ${title}` };
}
