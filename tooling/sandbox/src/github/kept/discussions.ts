/** Something said in a discussion. */
export interface DiscussionComment {
  readonly id: number;
  readonly login: string;
  body: string;
  readonly replyTo: number | null;
}

/** A discussion of a repository, which REST knows nothing of. */
export interface Discussion {
  readonly number: number;
  readonly repository: string;
  readonly login: string;
  readonly category: string;
  title: string;
  body: string;
  closedAs: string | null;
  answer: number | null;
  readonly comments: DiscussionComment[];
}

/** By slug, and whether one of the answers can be marked. */
export const discussionCategories = [
  { slug: "q-a", name: "Q&A", isAnswerable: true },
  { slug: "ideas", name: "Ideas", isAnswerable: false },
] as const;

/** All discussions. They have numbers of their own here, from 101 on. */
export class Discussions {
  readonly all: Discussion[] = [];
  #last = 100;
  #lastComment = 0;

  add(fields: Pick<Discussion, "repository" | "login" | "category" | "title" | "body">): Discussion {
    this.#last += 1;
    const discussion = { ...fields, number: this.#last, closedAs: null, answer: null, comments: [] };
    this.all.push(discussion);
    return discussion;
  }

  comment(discussion: Discussion, login: string, body: string, replyTo: number | null): DiscussionComment {
    this.#lastComment += 1;
    const comment = { id: this.#lastComment, login, body, replyTo };
    discussion.comments.push(comment);
    return comment;
  }
}
