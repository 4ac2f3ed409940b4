import { ConnectorError, type Content } from "@drawbridge/core";
import type { GithubCall, RepositoryName } from "../api/github-call.ts";
import { loginOf } from "../shown/actor.ts";
import { fitted } from "../shown/fitted.ts";
import { given } from "../shown/given.ts";
import type { Paged } from "../shown/paged.ts";
import type { TextPart } from "../shown/take-part.ts";
import { recordThread } from "../trust/record-thread.ts";
import { checksOf, failingOf } from "./checks-of.ts";
import { failingLogs } from "./failing-logs.ts";
import { nodesOf } from "./nodes-of.ts";
import type { PullRequestOverview, ReviewThread } from "./overview-answer.ts";
import { overviewQuery } from "./overview-query.ts";

/** Characters of a comment in an overview, of all threads, and of the description: whole they are read by other methods. */
const longestExcerpt = 600;
const longestThreads = 12_000;
const longestBody = 6000;

/** What a reviewer has to know of a pull request, by one request: state, checks that fail and why, threads that are open. */
export async function overview({ owner, repo }: RepositoryName, number: number, context: Paged): Promise<Content> {
  const at = { owner, repo };
  const call = context.client.call(context);
  const about = `pull request ${at.owner}/${at.repo}#${number}`;
  const pull = await pullOf(call, at, number, about);
  const threads = nodesOf(pull.reviewThreads);
  const said = threads.flatMap((thread) =>
    nodesOf(thread.comments).map(({ author, body }) => ({ author: loginOf(author), body })),
  );
  recordThread(call, at, about, [{ author: loginOf(pull.author), body: pull.body }, ...said]);
  const contexts = nodesOf(nodesOf(pull.commits)[0]?.commit.statusCheckRollup?.contexts);
  const checks = checksOf(contexts, await failingLogs(call, at, contexts, pull.headRefOid));
  const open = threads.filter(({ isResolved }) => !isResolved);
  const parts: TextPart[] = [{ text: `${pull.title}\n\n${excerpt(pull.body)}`.trimEnd() }];
  if (checks.failing.length > 0)
    parts.push({ facts: { failing_checks: failingOf(contexts).length }, text: checks.failing.join("\n") });
  if (open.length > 0) parts.push({ facts: { open_threads: open.length }, text: threadsText(open) });
  return { facts: factsOf(pull, checks.summary, open.length), parts: parts.map((part) => fitted(part, context.page)) };
}

async function pullOf(
  call: GithubCall,
  at: RepositoryName,
  number: number,
  about: string,
): Promise<PullRequestOverview> {
  try {
    const { repository } = (await call.graphql(overviewQuery, { ...at, number }, at)) as {
      repository: { pullRequest: PullRequestOverview | null } | null;
    };
    if (repository?.pullRequest) return repository.pullRequest;
  } catch (error) {
    if (!ConnectorError.is(error) || error.code !== "not_found") throw error;
  }
  throw new ConnectorError(
    "not_found",
    `GitHub does not know ${about}, or the token may not see it. It may be an issue (github_issue_read); pull requests are ` +
      "listed by github_list.",
  );
}

function excerpt(body: string): string {
  if (body.length <= longestBody) return body;
  return `${body.slice(0, longestBody)}… (${body.length} characters; github_issue_read has all)`;
}

function threadsText(open: readonly ReviewThread[]): string {
  const shown: string[] = [];
  let left = longestThreads;
  for (const thread of open) {
    const text = threadText(thread);
    left -= text.length;
    if (left < 0) break;
    shown.push(text);
  }
  const more = open.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${more} more threads: method comments tells all`] : [])].join("\n\n");
}

function factsOf(pull: PullRequestOverview, checks: string, openThreads: number) {
  const from = pull.isCrossRepository
    ? `${pull.headRepository?.nameWithOwner ?? "another repository"}:${pull.headRefName}`
    : pull.headRefName;
  const names = (people: ReadonlyArray<{ readonly login?: string; readonly name?: string }>) =>
    people.map(({ login, name }) => login ?? name).join(", ") || undefined;
  const reviews = nodesOf(pull.latestOpinionatedReviews).map(
    ({ author, state }) => `${loginOf(author)} ${state.toLowerCase()}`,
  );
  const closes = nodesOf(pull.closingIssuesReferences).map(
    (issue) => `${issue.repository.nameWithOwner}#${issue.number}`,
  );
  return {
    number: pull.number,
    state: pull.isDraft ? `${pull.state.toLowerCase()}, draft` : pull.state.toLowerCase(),
    author: loginOf(pull.author),
    association: pull.authorAssociation.toLowerCase(),
    base: pull.baseRefName,
    head: from,
    head_sha: pull.headRefOid,
    mergeable: `${pull.mergeable.toLowerCase()} (${pull.mergeStateStatus.toLowerCase()})`,
    checks,
    ...given({
      review_decision: pull.reviewDecision?.toLowerCase(),
      reviews: reviews.join(", ") || undefined,
      reviewers_asked: names(nodesOf(pull.reviewRequests).map(({ requestedReviewer }) => requestedReviewer ?? {})),
      labels: names(nodesOf(pull.labels)),
      assignees: names(nodesOf(pull.assignees)),
      closes: closes.join(", ") || undefined,
      comments: pull.comments.totalCount || undefined,
      open_threads: openThreads || undefined,
      threads_not_shown: Math.max(0, (pull.reviewThreads.totalCount ?? 0) - 50) || undefined,
    }),
    commits: pull.commits.totalCount,
    size: `+${pull.additions} -${pull.deletions} in ${pull.changedFiles} files`,
    updated: pull.updatedAt,
  };
}

function threadText({ id, path, line, isOutdated, comments }: ReviewThread): string {
  const place = `${path}${line === null ? "" : `:${line}`}${isOutdated ? " (outdated)" : ""}, thread ${id}`;
  const said = nodesOf(comments).map(({ author, body, databaseId }) => {
    const text = body.length > longestExcerpt ? `${body.slice(0, longestExcerpt)}…` : body;
    return `  ${loginOf(author)} (comment ${databaseId}): ${text.replaceAll("\n", "\n    ")}`;
  });
  const more = (comments.totalCount ?? 0) - said.length;
  return [place, ...said, ...(more > 0 ? [`  and ${more} more`] : [])].join("\n");
}
