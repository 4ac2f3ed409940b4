import type { Content } from "@drawbridge/core";
import type { GithubCall, RepositoryName } from "../api/github-call.ts";
import type { Change } from "../changing/change.ts";
import { needed } from "../changing/needed.ts";
import type { IssueInput } from "./issue-input.ts";

/** An issue as requests name it. */
export type IssueAt = RepositoryName & { readonly issue_number: number };

/** An issue as people name it. */
export const issueName = ({ owner, repo, issue_number }: IssueAt) => `${owner}/${repo}#${issue_number}`;

/** A change to an issue that is there. What is foreseen rests on the issue as it is: GitHub's times have whole seconds. */
export function ofIssue(
  input: IssueInput,
  call: GithubCall,
  what: string,
  apply: (at: IssueAt) => Promise<Content>,
): Change {
  const { owner, repo, method } = input;
  const at = { owner, repo, issue_number: needed(input.issue_number, "issue_number", method) };
  return {
    target: { owner, repo },
    async foresee() {
      const { title, state, body, updated_at } = await call.request(
        "GET /repos/{owner}/{repo}/issues/{issue_number}",
        at,
        issueName(at),
      );
      return {
        summary: `Issue ${issueName(at)} (${state}): ${title}\n\n${what}`,
        state: [what, title, state, body, updated_at],
      };
    },
    apply: () => apply(at),
  };
}
