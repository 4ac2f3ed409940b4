import type { GithubCall, RepositoryName } from "../api/github-call.ts";
import { needed } from "../changing/needed.ts";

/** The other issue of a link between two. */
interface RelatedIssue {
  readonly name: string;
  /** By which GitHub's links know it: it is looked up in its repository, which has to be one that may be written to. */
  id(): Promise<number>;
}

type Input = RepositoryName & { readonly related_issue?: string | undefined };

/** @throws ConnectorError `invalid_input` where none is named */
export function relatedIssue(input: Input, method: string, call: GithubCall): RelatedIssue {
  const given = needed(input.related_issue, "related_issue", method);
  const [, of = input.owner, in_ = input.repo, number] = /^(?:([\w.-]+)\/([\w.-]+))?#?(\d+)$/.exec(given) ?? [];
  const at = { owner: of, repo: in_, issue_number: Number(number) };
  const name = `${of}/${in_}#${number}`;
  return {
    name,
    async id() {
      // A link is shown on both of its ends.
      await call.assertMayFlow({ owner: of, repo: in_ });
      const found = await call.request("GET /repos/{owner}/{repo}/issues/{issue_number}", at, `issue ${name}`);
      return Number(found.id);
    },
  };
}
