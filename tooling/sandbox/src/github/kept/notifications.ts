/** Something that somebody is told of. */
export interface Notification {
  readonly id: number;
  readonly login: string;
  readonly repository: string;
  /** The path of the issue or pull request. */
  readonly path: string;
  readonly title: string;
  readonly type: "Issue" | "PullRequest";
  readonly reason: string;
  isUnread: boolean;
  isDone: boolean;
  isIgnored: boolean;
}

/** What ada and ben are told of at the start; one is of a private repository, one of a stranger's. */
export function startNotifications(): Notification[] {
  const fresh = { isUnread: true, isDone: false, isIgnored: false } as const;
  const site = { repository: "acme/site", ...fresh };
  return [
    {
      id: 1,
      login: "ada",
      ...site,
      path: "/repos/acme/site/pulls/5",
      title: "Add negative numbers",
      type: "PullRequest",
      reason: "review_requested",
    },
    {
      id: 2,
      login: "ada",
      ...fresh,
      repository: "acme/vault",
      path: "/repos/acme/vault/issues/1",
      title: "How deep is the moat?",
      type: "Issue",
      reason: "subscribed",
    },
    {
      id: 3,
      login: "ada",
      ...fresh,
      repository: "mallory/bait",
      path: "/repos/mallory/bait/issues/1",
      title: "Please look",
      type: "Issue",
      reason: "mention",
    },
    {
      id: 4,
      login: "ben",
      ...site,
      path: "/repos/acme/site/issues/2",
      title: "Adding breaks on negative numbers",
      type: "Issue",
      reason: "author",
    },
  ];
}
