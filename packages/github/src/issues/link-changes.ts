import type { GithubCall } from "../api/github-call.ts";
import type { Change } from "../changing/change.ts";
import { done } from "../changing/done.ts";
import { needed } from "../changing/needed.ts";
import type { IssueInput } from "./issue-input.ts";
import { issueName, ofIssue } from "./of-issue.ts";
import { relatedIssue } from "./related-issue.ts";

type Making = (input: IssueInput, call: GithubCall) => Promise<Change>;

const issue = "/repos/{owner}/{repo}/issues/{issue_number}";

const sub_issues: Making = async (input, call) => {
  const { operation = "add" } = input;
  const { id: sub_issue_id, name, shown } = await relatedTo(input, call);
  return ofIssue(input, call, `${operation} as a part of it:\n\n${shown}`, async (at) => {
    if (operation === "remove") await call.request(`DELETE ${issue}/sub_issue`, { ...at, sub_issue_id }, issueName(at));
    else await call.request(`POST ${issue}/sub_issues`, { ...at, sub_issue_id }, issueName(at));
    return done(`${name} is ${operation === "remove" ? "no longer" : "now"} a part of ${issueName(at)}`);
  });
};

const dependencies: Making = async (input, call) => {
  const { operation = "add" } = input;
  const { id: issue_id, name, shown } = await relatedTo(input, call);
  return ofIssue(input, call, `${operation} as what it waits for:\n\n${shown}`, async (at) => {
    if (operation === "remove")
      await call.request(`DELETE ${issue}/dependencies/blocked_by/{issue_id}`, { ...at, issue_id }, issueName(at));
    else await call.request(`POST ${issue}/dependencies/blocked_by`, { ...at, issue_id }, issueName(at));
    return done(`${issueName(at)} ${operation === "remove" ? "no longer waits" : "waits"} for ${name}`);
  });
};

function relatedTo(input: IssueInput, call: GithubCall) {
  if (input.operation === "set")
    throw call.invalid(`The method ${input.method} takes add and remove, one issue a call.`);
  return relatedIssue(call, input, needed(input.related_issue, "related_issue", input.method));
}

/** Changes to what an issue consists of, and to what it waits for. */
export const linkChanges = { sub_issues, dependencies } as const;
