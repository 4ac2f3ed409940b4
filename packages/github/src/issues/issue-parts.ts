import { given } from "../shown/given.ts";
import type { TextPart } from "../shown/take-part.ts";

interface Person {
  readonly login?: string;
}

/** What of GitHub's issue is shown. */
export interface Issue {
  readonly number: number;
  readonly pull_request?: object | undefined;
  readonly title: string;
  readonly state: string;
  readonly state_reason?: string | null;
  readonly user?: Person | null;
  readonly author_association?: string;
  readonly body?: string | null;
  readonly labels?: ReadonlyArray<string | { readonly name?: string | null }>;
  readonly assignees?: readonly Person[] | null;
  readonly milestone?: { readonly title: string } | null;
  readonly locked?: boolean;
  readonly comments?: number;
  readonly created_at: string;
  readonly updated_at: string;
  readonly html_url: string;
}

/** What of GitHub's comment is shown. */
export interface Comment {
  readonly id: number;
  readonly user?: Person | null;
  readonly author_association?: string;
  readonly body?: string | null;
  readonly created_at: string;
  readonly updated_at?: string;
}

const list = (names: readonly string[]): string | undefined => (names.length === 0 ? undefined : names.join(", "));

/** An issue's own text, under its facts. */
export function issuePart(issue: Issue): TextPart {
  const labels = (issue.labels ?? []).map((label) => (typeof label === "string" ? label : (label.name ?? "")));
  const facts = {
    number: issue.number,
    state: issue.state_reason ? `${issue.state}, ${issue.state_reason}` : issue.state,
    author: issue.user?.login ?? "ghost",
    ...given({
      pull_request: issue.pull_request === undefined ? undefined : true,
      association: issue.author_association?.toLowerCase(),
      labels: list(labels),
      assignees: list((issue.assignees ?? []).map(({ login }) => login ?? "ghost")),
      milestone: issue.milestone?.title,
      locked: issue.locked || undefined,
      comments: issue.comments || undefined,
    }),
    created: issue.created_at,
    updated: issue.updated_at,
  };
  return { facts, text: `${issue.title}\n\n${issue.body ?? ""}`.trimEnd() };
}

/** A comment under its facts. */
export function commentPart({
  id,
  user,
  author_association: association,
  body,
  created_at: created,
}: Comment): TextPart {
  const facts = {
    comment: id,
    author: user?.login ?? "ghost",
    ...given({ association: association?.toLowerCase() }),
    created,
  };
  return { facts, text: body ?? "" };
}
