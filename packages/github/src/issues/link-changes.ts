import type { GithubCall } from "../api/github-call.ts";
import type { Change } from "../changing/change.ts";
import { done } from "../changing/done.ts";
import type { IssueInput } from "./issue-input.ts";
import { issueName, ofIssue } from "./of-issue.ts";
import { relatedIssue } from "./related-issue.ts";

type Making = (input: IssueInput, call: GithubCall) => Change;

const issue = "/repos/{owner}/{repo}/issues/{issue_number}";

const sub_issues: Making = (input, call) => {
  const { operation = "add" } = input;
  const related = relatedIssue(input, "sub_issues", call);
  return ofIssue(input, call, `${operation} ${related.name} as a part of it`, async (at) => {
    const asked = { ...at, sub_issue_id: await related.id() };
    if (operation === "remove") await call.request(`DELETE ${issue}/sub_issue`, asked, issueName(at));
    else await call.request(`POST ${issue}/sub_issues`, asked, issueName(at));
    return done(`${related.name} is ${operation === "remove" ? "no longer" : "now"} a part of ${issueName(at)}`);
  });
};

const dependencies: Making = (input, call) => {
  const { operation = "add" } = input;
  const related = relatedIssue(input, "dependencies", call);
  return ofIssue(input, call, `${operation} ${related.name} as what it waits for`, async (at) => {
    const asked = { ...at, issue_id: await related.id() };
    if (operation === "remove")
      await call.request(`DELETE ${issue}/dependencies/blocked_by/{issue_id}`, asked, issueName(at));
    else await call.request(`POST ${issue}/dependencies/blocked_by`, asked, issueName(at));
    return done(`${issueName(at)} ${operation === "remove" ? "no longer waits" : "waits"} for ${related.name}`);
  });
};

/** Changes to what an issue consists of, and to what it waits for. */
export const linkChanges = { sub_issues, dependencies } as const;
