import type { RepositoryName } from "../api/github-call.ts";

/** What `github_issue_write` is asked; each method takes some of it. */
export interface IssueInput extends RepositoryName {
  readonly method: string;
  readonly issue_number?: number | undefined;
  readonly comment_id?: number | undefined;
  readonly title?: string | undefined;
  readonly body?: string | undefined;
  readonly state?: "open" | "closed" | undefined;
  readonly state_reason?: "completed" | "not_planned" | "duplicate" | "reopened" | undefined;
  readonly labels?: readonly string[] | undefined;
  readonly assignees?: readonly string[] | undefined;
  readonly milestone?: number | null | undefined;
  readonly operation?: "add" | "remove" | "set" | undefined;
  readonly lock_reason?: "off-topic" | "too heated" | "resolved" | "spam" | undefined;
  readonly related_issue?: string | undefined;
  readonly type?: string | undefined;
}
