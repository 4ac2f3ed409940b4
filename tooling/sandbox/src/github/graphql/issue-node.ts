import { actor } from "./actor.ts";
import { connection } from "./connection.ts";
import { repositoryNode } from "./repository-node.ts";
import type { Rest } from "./rest.ts";
import type { Viewer } from "./viewer.ts";

/** What issues and pull requests have alike. */
export function sharedFields(viewer: Viewer, issue: Rest, at: string) {
  return {
    id: issue.node_id,
    databaseId: issue.id,
    fullDatabaseId: String(issue.id),
    number: issue.number,
    title: issue.title,
    body: issue.body ?? "",
    bodyText: issue.body ?? "",
    url: issue.html_url,
    resourcePath: new URL(issue.html_url).pathname,
    createdAt: issue.created_at,
    updatedAt: issue.updated_at,
    closedAt: issue.closed_at,
    closed: issue.state === "closed",
    locked: issue.locked,
    author: actor(issue.user),
    authorAssociation: issue.author_association,
    labels: connection(() =>
      (issue.labels as Rest[]).map((label) => ({ ...label, id: label.node_id, isDefault: label.default })),
    ),
    assignees: connection(() => (issue.assignees as Rest[]).map(actor)),
    milestone: issue.milestone && {
      id: issue.milestone.node_id,
      number: issue.milestone.number,
      title: issue.milestone.title,
    },
    comments: connection(async () =>
      (await viewer.list(`${at}/issues/${issue.number}/comments`)).map((comment) => issueCommentNode(comment)),
    ),
    repository: () => repositoryNode(viewer, at.replace("/repos/", "")),
  };
}

/** An issue. */
export function issueNode(viewer: Viewer, issue: Rest, at: string): object {
  return {
    __typename: "Issue",
    ...sharedFields(viewer, issue, at),
    state: issue.state.toUpperCase(),
    stateReason: issue.state_reason?.toUpperCase() ?? null,
    subIssues: connection(async () =>
      (await viewer.list(`${at}/issues/${issue.number}/sub_issues`)).map((one) => issueNode(viewer, one, at)),
    ),
  };
}

/** A comment under an issue or a pull request. */
export function issueCommentNode(comment: Rest) {
  return {
    __typename: "IssueComment",
    id: comment.node_id,
    databaseId: comment.id,
    author: actor(comment.user),
    authorAssociation: comment.author_association,
    body: comment.body ?? "",
    bodyText: comment.body ?? "",
    createdAt: comment.created_at,
    updatedAt: comment.updated_at,
    url: comment.html_url,
  };
}
