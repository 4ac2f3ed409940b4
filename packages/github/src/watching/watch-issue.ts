import { type CallContext, sha256, type Watch, type WatchListener } from "@drawbridge/core";
import type { Github } from "../api/github.ts";
import { type Comment, commentPart, type Issue, issuePart } from "../issues/issue-parts.ts";
import { numberedAddress } from "../resources/numbered-address.ts";
import { Looks } from "./looks.ts";

/** As many comments as the resource shows. */
const perPage = 50;

const route = "GET /repos/{owner}/{repo}/issues/{issue_number}";

/** Watches an issue and its first comments: what is shown of them tells one state from the next. */
export async function watchIssue(uri: string, listener: WatchListener, context: CallContext<Github>): Promise<Watch> {
  const { owner, repo, number } = numberedAddress(uri);
  const looks = new Looks(context.client.call(context), `issue ${owner}/${repo}#${number}`);
  const parameters = { owner, repo, issue_number: number };
  const issue = (found: Issue) => sha256(JSON.stringify(issuePart(found)));
  const comments = (found: readonly Comment[]) => sha256(JSON.stringify(found.map(commentPart)));
  const below = { route: `${route}/comments`, parameters: { ...parameters, per_page: perPage, page: 1 } };
  const state = async () => `${await looks.at({ route, parameters }, issue)} ${await looks.at(below, comments)}`;
  return context.client.watching.begin({ looks, state }, listener, context);
}
