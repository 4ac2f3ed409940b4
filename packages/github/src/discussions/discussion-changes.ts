import type { Content } from "@drawbridge/core";
import type { GithubCall, RepositoryName } from "../api/github-call.ts";
import { mutationOf } from "../api/mutation-of.ts";
import type { Change } from "../changing/change.ts";
import { done } from "../changing/done.ts";
import { needed } from "../changing/needed.ts";
import { shownFields } from "../changing/shown-fields.ts";
import { loginOf } from "../shown/actor.ts";
import { given } from "../shown/given.ts";
import { categoriesOf } from "./categories-of.ts";
import { categoryNamed } from "./category-named.ts";
import type { Discussion } from "./discussion.ts";
import { discussionQueries } from "./discussion-queries.ts";

/** What `github_discussions_write` is asked; each method takes some of it. */
export interface DiscussionInput extends RepositoryName {
  readonly method: keyof typeof discussionChanges;
  readonly discussion_number?: number | undefined;
  readonly category?: string | undefined;
  readonly title?: string | undefined;
  readonly body?: string | undefined;
  readonly comment_id?: string | undefined;
  readonly reason?: "resolved" | "outdated" | "duplicate" | undefined;
}

type Making = (input: DiscussionInput, call: GithubCall) => Change;

const create: Making = ({ owner, repo, method, ...input }, call) => {
  const at = { owner, repo };
  const title = needed(input.title, "title", method);
  const body = needed(input.body, "body", method);
  const wanted = needed(input.category, "category", method);
  const place = async () => {
    const { id, categories } = await categoriesOf(call, at);
    return { repositoryId: id, category: categoryNamed(call, categories, wanted) };
  };
  return {
    target: at,
    async foresee() {
      const { category } = await place();
      const shown = shownFields({ category: category.slug, title, body });
      return { summary: `Begin a discussion in ${owner}/${repo}\n\n${shown}`, state: [category.id, title, body] };
    },
    async apply() {
      const { repositoryId, category } = await place();
      const input = { repositoryId, categoryId: category.id, title, body };
      const { discussion } = await mutated(call, at, "createDiscussion", input, "discussion { number url }");
      const { number, url } = discussion as unknown as { number: number; url: string };
      return done(`Began discussion ${owner}/${repo}#${number}`, { number, url });
    },
  };
};

const update: Making = (input, call) => {
  const fields = given({ title: input.title, body: input.body });
  needed(Object.keys(fields)[0], "something to change: title or body", "update");
  return ofDiscussion(input, call, `Update it:\n\n${shownFields(fields)}`, async ({ id, at, name }) => {
    await mutated(call, at, "updateDiscussion", { discussionId: id, ...fields }, "discussion { id }");
    return done(`Updated ${name}`);
  });
};

const comment: Making = (input, call) => {
  const body = needed(input.body, "body", "comment");
  const replyToId = input.comment_id;
  const what = replyToId === undefined ? "Comment on it" : `Reply to the comment ${replyToId}`;
  return ofDiscussion(input, call, `${what}:\n\n${body}`, async ({ id, at, name }) => {
    const sent = { discussionId: id, body, ...given({ replyToId }) };
    const { comment: made } = await mutated(call, at, "addDiscussionComment", sent, "comment { id url }");
    return done(`Commented on ${name}`, { comment: made?.id, url: made?.url });
  });
};

const answer =
  (mutation: "markDiscussionCommentAsAnswer" | "unmarkDiscussionCommentAsAnswer", verb: string): Making =>
  (input, call) => {
    const id = needed(input.comment_id, "comment_id", input.method);
    return ofDiscussion(input, call, `${verb} the comment ${id} as the answer`, async ({ at, name }) => {
      await mutated(call, at, mutation, { id }, "discussion { id }");
      return done(`Changed the answer of ${name}`);
    });
  };

const close: Making = (input, call) => {
  const { reason = "resolved" } = input;
  return ofDiscussion(input, call, `Close it: ${reason}`, async ({ id, at, name }) => {
    const sent = { discussionId: id, reason: reason.toUpperCase() };
    await mutated(call, at, "closeDiscussion", sent, "discussion { id }");
    return done(`Closed ${name}`);
  });
};

const reopen: Making = (input, call) =>
  ofDiscussion(input, call, "Open it again", async ({ id, at, name }) => {
    await mutated(call, at, "reopenDiscussion", { discussionId: id }, "discussion { id }");
    return done(`Opened ${name} again`);
  });

/** How each method of `github_discussions_write` changes what. */
export const discussionChanges = {
  ...{ create, update, comment, close, reopen },
  answer: answer("markDiscussionCommentAsAnswer", "Mark"),
  unanswer: answer("unmarkDiscussionCommentAsAnswer", "No longer mark"),
} as const;

interface Found {
  readonly id: string;
  readonly at: RepositoryName;
  readonly name: string;
}

/** A change to a discussion that is there. What is foreseen rests on it as it is. */
function ofDiscussion(
  { owner, repo, method, discussion_number, comment_id }: DiscussionInput,
  call: GithubCall,
  what: string,
  apply: (found: Found) => Promise<Content>,
): Change {
  const at = { owner, repo };
  const number = needed(discussion_number, "discussion_number", method);
  const name = `discussion ${owner}/${repo}#${number}`;
  const find = async () => {
    if (comment_id !== undefined) await assertCommentOf(call, at, number, comment_id);
    const { repository } = (await call.graphql(discussionQueries.state, { ...at, number }, at)) as {
      readonly repository: { readonly discussion: Discussion };
    };
    return repository.discussion;
  };
  return {
    target: at,
    async foresee() {
      const { title, body, closed, updatedAt, answer: answered, comments, author } = await find();
      call.ledger.record({ ...at, author: loginOf(author), what: name });
      return {
        summary: `The ${name} (${closed ? "closed" : "open"}): ${title}\n\n${what}`,
        state: [what, title, body, closed, updatedAt, answered?.id, comments.totalCount],
      };
    },
    apply: async () => apply({ id: (await find()).id, at, name }),
  };
}

async function assertCommentOf(call: GithubCall, at: RepositoryName, number: number, id: string): Promise<void> {
  const { node } = (await call.graphql(discussionQueries.placeOf, { id }, at)) as {
    readonly node: { readonly discussion?: { number: number; repository: { nameWithOwner: string } } } | null;
  };
  const found = node?.discussion;
  const name = `${at.owner}/${at.repo}`;
  const isThere = found?.number === number && found.repository.nameWithOwner.toLowerCase() === name.toLowerCase();
  if (!isThere)
    throw call.invalid(`The discussion ${name}#${number} has no comment ${id}. github_discussions_read tells them.`);
}

type Made = Readonly<Record<string, { readonly id?: string; readonly url?: string } | null>>;

async function mutated(
  call: GithubCall,
  at: RepositoryName,
  name: string,
  input: object,
  wanted: string,
): Promise<Made> {
  const answer = (await call.mutate(mutationOf(name, wanted), { input }, at)) as Readonly<Record<string, Made>>;
  return answer[name] ?? {};
}
