import { ConnectorError, type Content, type ContentPart, type ToolContext } from "@drawbridge/core";
import type { Github } from "../api/github.ts";
import type { RepositoryName } from "../api/github-call.ts";
import { given } from "../shown/given.ts";
import { recordThread } from "../trust/record-thread.ts";
import { checksOf } from "./checks-of.ts";
import { nodesOf } from "./nodes-of.ts";
import type { PullRequestOverview, ReviewThread } from "./overview-answer.ts";
import { overviewQuery } from "./overview-query.ts";

/** Characters of a comment in an overview; all of it is read with the method comments. */
const longestExcerpt = 600;

/** What a reviewer has to know of a pull request, by one request: state, checks that fail and why, threads that are open. */
export async function overview(at: RepositoryName, number: number, context: ToolContext<Github>): Promise<Content> {
  const call = context.client.call(context);
  const about = `pull request ${at.owner}/${at.repo}#${number}`;
  const { repository } = (await call.graphql(overviewQuery, { ...at, number }, at)) as {
    repository: { pullRequest: PullRequestOverview | null } | null;
  };
  const pull = repository?.pullRequest;
  if (!pull)
    throw new ConnectorError(
      "not_found",
      `GitHub does not know ${about}, or the token may not see it. List them with github_list.`,
    );
  const threads = nodesOf(pull.reviewThreads);
  const said = threads.flatMap((thread) =>
    nodesOf(thread.comments).map(({ author, body }) => ({ author: author?.login, body })),
  );
  recordThread(call, at, about, [{ author: pull.author?.login, body: pull.body }, ...said]);
  const rollup = nodesOf(pull.commits)[0]?.commit.statusCheckRollup;
  const checks = checksOf(nodesOf(rollup?.contexts));
  const open = threads.filter(({ isResolved }) => !isResolved);
  const parts: ContentPart[] = [{ text: `${pull.title}\n\n${pull.body}`.trimEnd() }];
  if (checks.failing.length > 0)
    parts.push({ facts: { failing_checks: checks.failing.length }, text: checks.failing.join("\n") });
  if (open.length > 0) parts.push({ facts: { open_threads: open.length }, text: open.map(threadText).join("\n\n") });
  return { facts: factsOf(pull, checks.summary, open.length), parts: parts.filter((part) => context.page.take(part)) };
}

function factsOf(pull: PullRequestOverview, checks: string, openThreads: number) {
  const from = pull.isCrossRepository
    ? `${pull.headRepository?.nameWithOwner ?? "another repository"}:${pull.headRefName}`
    : pull.headRefName;
  const names = (people: ReadonlyArray<{ readonly login?: string; readonly name?: string }>) =>
    people.map(({ login, name }) => login ?? name).join(", ") || undefined;
  const reviews = nodesOf(pull.latestOpinionatedReviews).map(
    ({ author, state }) => `${author?.login ?? "ghost"} ${state.toLowerCase()}`,
  );
  const closes = nodesOf(pull.closingIssuesReferences).map(
    (issue) => `${issue.repository.nameWithOwner}#${issue.number}`,
  );
  return {
    number: pull.number,
    state: pull.isDraft ? `${pull.state.toLowerCase()}, draft` : pull.state.toLowerCase(),
    author: pull.author?.login ?? "ghost",
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
    return `  ${author?.login ?? "ghost"} (comment ${databaseId}): ${text.replaceAll("\n", "\n    ")}`;
  });
  const more = (comments.totalCount ?? 0) - said.length;
  return [place, ...said, ...(more > 0 ? [`  and ${more} more`] : [])].join("\n");
}
