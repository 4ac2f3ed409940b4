const shared = [
  ...["number", "node_id", "id", "title", "user", "labels", "state", "locked", "assignee", "assignees", "milestone"],
  ...["comments", "created_at", "updated_at", "closed_at", "body", "author_association", "draft", "active_lock_reason"],
];

/** A pull request as the issue that it is too. */
export function issueOfPull(
  pull: Readonly<Record<string, unknown>>,
  at: string,
  reactions: object,
): Record<string, unknown> {
  const url = `${at}/issues/${pull.number}`;
  const { url: own, html_url, diff_url, patch_url, merged_at } = pull;
  return {
    ...Object.fromEntries(shared.filter((name) => name in pull).map((name) => [name, pull[name]])),
    url,
    repository_url: at,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    timeline_url: `${url}/timeline`,
    html_url,
    state_reason: null,
    performed_via_github_app: null,
    reactions,
    pull_request: { url: own, html_url, diff_url, patch_url, merged_at },
  };
}
