import type { Connection } from "../listing/connection.ts";
import type { Actor } from "../shown/actor.ts";

/** Something said in a discussion. */
export interface DiscussionComment {
  readonly id: string;
  readonly body: string;
  readonly createdAt: string;
  readonly isAnswer: boolean;
  readonly authorAssociation: string;
  readonly author: Actor;
  readonly replies?: Connection<DiscussionComment>;
}

/** A discussion, as far as a query asks for it. */
export interface Discussion {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly closed: boolean;
  readonly stateReason?: string | null;
  readonly isAnswered: boolean | null;
  readonly answer?: { readonly id: string } | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly url: string;
  readonly authorAssociation: string;
  readonly category: { readonly slug: string };
  readonly author: Actor;
  readonly comments: Connection<DiscussionComment>;
}

/** What discussions of a repository can be about. */
export interface Category {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly description: string | null;
  readonly isAnswerable: boolean;
}
