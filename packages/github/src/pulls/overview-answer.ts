import type { Actor } from "../shown/actor.ts";

interface Named {
  readonly login?: string;
  readonly name?: string;
}

/** A connection of GraphQL, as far as it was asked for. */
export interface Many<Node> {
  readonly totalCount?: number;
  readonly nodes: ReadonlyArray<Node | null> | null;
}

/** A thread of comments on lines. */
export interface ReviewThread {
  readonly id: string;
  readonly isResolved: boolean;
  readonly isOutdated: boolean;
  readonly path: string;
  readonly line: number | null;
  readonly comments: Many<{ readonly databaseId: number | null; readonly author: Actor; readonly body: string }>;
}

/** A check as GitHub knows two kinds of them: of an app, and a status that somebody set. */
export interface CheckContext {
  readonly __typename: "CheckRun" | "StatusContext";
  readonly databaseId?: number | null;
  readonly name?: string;
  readonly status?: string;
  readonly conclusion?: string | null;
  readonly title?: string | null;
  readonly summary?: string | null;
  /** Of a job of Actions: its run. */
  readonly checkSuite?: { readonly workflowRun: { readonly databaseId: number | null } | null } | null;
  readonly annotations?: Many<{
    readonly path: string;
    readonly message: string;
    readonly annotationLevel: string | null;
    readonly location: { readonly start: { readonly line: number } };
  }> | null;
  readonly context?: string;
  readonly state?: string;
  readonly description?: string | null;
}

/** What `overviewQuery` is answered. */
export interface PullRequestOverview {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly state: string;
  readonly isDraft: boolean;
  readonly url: string;
  readonly updatedAt: string;
  readonly mergeable: string;
  readonly mergeStateStatus: string;
  readonly reviewDecision: string | null;
  readonly author: Actor;
  readonly authorAssociation: string;
  readonly baseRefName: string;
  readonly baseRefOid: string;
  readonly headRefName: string;
  readonly headRefOid: string;
  readonly isCrossRepository: boolean;
  readonly headRepository: { readonly nameWithOwner: string } | null;
  readonly additions: number;
  readonly deletions: number;
  readonly changedFiles: number;
  readonly labels: Many<Named> | null;
  readonly assignees: Many<Named>;
  readonly reviewRequests: Many<{ readonly requestedReviewer: Named | null }> | null;
  readonly latestOpinionatedReviews: Many<{ readonly author: Actor; readonly state: string }> | null;
  readonly closingIssuesReferences: Many<{
    readonly number: number;
    readonly repository: { readonly nameWithOwner: string };
  }> | null;
  readonly comments: { readonly totalCount: number };
  readonly reviewThreads: Many<ReviewThread>;
  readonly commits: Many<{
    readonly commit: {
      readonly oid: string;
      readonly statusCheckRollup: { readonly state: string; readonly contexts: Many<CheckContext> } | null;
    };
  }> & { readonly totalCount: number };
}
