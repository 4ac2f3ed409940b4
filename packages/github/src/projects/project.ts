import type { Connection } from "../listing/connection.ts";
import type { Actor } from "../shown/actor.ts";

/** A field that items of a project have. */
export interface ProjectField {
  readonly id: string;
  readonly name: string;
  readonly dataType: string;
  readonly options?: readonly { readonly id: string; readonly name: string }[];
  readonly configuration?: {
    readonly iterations: readonly { readonly id: string; readonly title: string; readonly startDate: string }[];
  };
}

/** A project, as far as a query asks for it. */
export interface Project {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly shortDescription: string | null;
  readonly readme?: string | null;
  readonly public: boolean;
  readonly closed: boolean;
  readonly updatedAt: string;
  readonly url: string;
  readonly viewerCanUpdate: boolean;
  readonly fields?: Connection<ProjectField>;
  readonly items?: Connection<ProjectItem>;
}

/** An issue, a pull request or a note in a project. Its content is null where the token may not see it. */
export interface ProjectItem {
  readonly id: string;
  readonly type: string;
  readonly isArchived: boolean;
  readonly updatedAt?: string;
  readonly project?: { readonly id: string };
  readonly content: {
    readonly number?: number;
    readonly title: string;
    readonly body?: string;
    readonly issueState?: string;
    readonly pullState?: string;
    readonly repository?: { readonly nameWithOwner: string };
    readonly author?: Actor;
    readonly creator?: Actor;
  } | null;
  readonly fieldValues?: Connection<{
    readonly field?: { readonly name?: string };
    readonly [value: string]: unknown;
  }>;
}
