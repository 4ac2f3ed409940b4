import { actor } from "./actor.ts";
import { rollup } from "./check-nodes.ts";
import { connection } from "./connection.ts";
import { commitNode } from "./git-nodes.ts";
import { issueNode, sharedFields } from "./issue-node.ts";
import { repositoryNode } from "./repository-node.ts";
import type { Rest } from "./rest.ts";
import { reviewCommentNode, threadNodes } from "./thread-nodes.ts";
import type { Viewer } from "./viewer.ts";

/** A pull request, from what REST's own has. */
export function pullNode(viewer: Viewer, pull: Rest, at: string) {
  const { head, base } = pull;
  const own = `${at}/pulls/${pull.number}`;
  return {
    __typename: "PullRequest",
    ...sharedFields(viewer, pull, at),
    state: pull.merged ? "MERGED" : pull.state.toUpperCase(),
    isDraft: pull.draft,
    merged: pull.merged,
    mergedAt: pull.merged_at,
    mergedBy: actor(pull.merged_by),
    mergeable: pull.merged ? "UNKNOWN" : pull.mergeable ? "MERGEABLE" : "CONFLICTING",
    mergeStateStatus: () => mergeState(viewer, pull, at),
    reviewDecision: async () => decision(await opinions(viewer, own)),
    baseRefName: base.ref,
    baseRefOid: base.sha,
    headRefName: head.ref,
    headRefOid: head.sha,
    isCrossRepository: head.repo?.full_name !== base.repo?.full_name,
    headRepository: () => (head.repo == null ? null : repositoryNode(viewer, head.repo.full_name)),
    baseRepository: () => repositoryNode(viewer, base.repo.full_name),
    additions: pull.additions,
    deletions: pull.deletions,
    changedFiles: pull.changed_files,
    autoMergeRequest: pull.auto_merge && {
      mergeMethod: pull.auto_merge.merge_method.toUpperCase(),
      enabledBy: actor(pull.auto_merge.enabled_by),
    },
    ...listsOf(viewer, pull, at, own),
  };
}

function listsOf(viewer: Viewer, pull: Rest, at: string, own: string) {
  return {
    reviewRequests: connection(() =>
      [...(pull.requested_reviewers as Rest[]).map(actor), ...(pull.requested_teams as Rest[]).map(team)].map(
        (one) => ({ requestedReviewer: one }),
      ),
    ),
    reviews: connection(async () =>
      (await viewer.list(`${own}/reviews`)).map((review) => reviewNode(viewer, review, own)),
    ),
    latestReviews: connection(async () =>
      (await opinions(viewer, own)).map((review) => reviewNode(viewer, review, own)),
    ),
    latestOpinionatedReviews: connection(async () =>
      (await opinions(viewer, own)).map((review) => reviewNode(viewer, review, own)),
    ),
    reviewThreads: connection(() => threadNodes(viewer, own)),
    files: connection(async () => (await viewer.list(`${own}/files`)).map(fileNode)),
    commits: connection(async () =>
      (await viewer.list(`${own}/commits`)).map((commit) => ({
        __typename: "PullRequestCommit",
        id: `${commit.node_id}-${pull.number}`,
        commit: commitNode(viewer, at, commit),
      })),
    ),
    statusCheckRollup: () => rollup(viewer, at, pull.head.sha),
    closingIssuesReferences: connection(async () => {
      const numbers = [...String(pull.body ?? "").matchAll(/\b(?:close|fix|resolve)[sd]?(?:es)?:? #(\d+)/gi)].map(
        ([, number]) => number,
      );
      const issues = await Promise.all(numbers.map((number) => viewer.get(`${at}/issues/${number}`)));
      return issues.filter((issue) => issue !== undefined).map((issue) => issueNode(viewer, issue, at));
    }),
  };
}

/** What a merge would meet; the emulator holds everything for clean. */
async function mergeState(viewer: Viewer, pull: Rest, at: string): Promise<string> {
  if (pull.merged || pull.state === "closed") return "UNKNOWN";
  if (!pull.mergeable) return "DIRTY";
  if (pull.draft) return "DRAFT";
  if (decision(await opinions(viewer, `${at}/pulls/${pull.number}`)) === "CHANGES_REQUESTED") return "BLOCKED";
  const checks = await rollup(viewer, at, pull.head.sha);
  return checks === null || checks.state === "SUCCESS" ? "CLEAN" : "UNSTABLE";
}

/** The last review of each that takes a side. */
async function opinions(viewer: Viewer, own: string): Promise<readonly Rest[]> {
  const reviews = await viewer.list(`${own}/reviews`);
  const taking = reviews.filter(({ state }) => ["APPROVED", "CHANGES_REQUESTED", "DISMISSED"].includes(state));
  return [...new Map(taking.map((review) => [review.user?.login, review])).values()];
}

function decision(reviews: readonly Rest[]): string | null {
  if (reviews.some(({ state }) => state === "CHANGES_REQUESTED")) return "CHANGES_REQUESTED";
  return reviews.some(({ state }) => state === "APPROVED") ? "APPROVED" : null;
}

const team = ({ node_id, name, slug }: Rest) => ({ __typename: "Team", id: node_id, name, slug });

/** A review. */
export function reviewNode(viewer: Viewer, review: Rest, own: string) {
  return {
    __typename: "PullRequestReview",
    id: review.node_id,
    databaseId: review.id,
    author: actor(review.user),
    authorAssociation: review.author_association,
    body: review.body ?? "",
    state: review.state,
    submittedAt: review.submitted_at,
    url: review.html_url,
    comments: connection(async () =>
      (await viewer.list(`${own}/reviews/${review.id}/comments`)).map((one) => reviewCommentNode(one)),
    ),
  };
}

function fileNode({ filename, additions, deletions, status }: Rest) {
  const changeType = status === "removed" ? "DELETED" : status.toUpperCase();
  return { path: filename, additions, deletions, changeType, viewerViewedState: "UNVIEWED" };
}
