import type { Content, ContentPart, ToolContext } from "@drawbridge/core";
import type { Github } from "../api/github.ts";
import type { GithubCall, RepositoryName } from "../api/github-call.ts";
import { needed } from "../changing/needed.ts";
import type { Connection } from "../listing/connection.ts";
import { fillAfter } from "../listing/fill-after.ts";
import { stretchIn } from "../listing/stretch-in.ts";
import { nodesOf } from "../pulls/nodes-of.ts";
import { loginOf } from "../shown/actor.ts";
import { given } from "../shown/given.ts";
import { linesOrNone } from "../shown/lines-or-none.ts";
import { type Post, recordThread } from "../trust/record-thread.ts";
import { categoriesOf } from "./categories-of.ts";
import { categoryNamed } from "./category-named.ts";
import type { Discussion, DiscussionComment } from "./discussion.ts";
import { discussionQueries } from "./discussion-queries.ts";

/** What `github_discussions_read` is asked. */
export interface DiscussionsInput extends RepositoryName {
  readonly method: "list" | "get" | "categories";
  readonly discussion_number?: number | undefined;
  readonly category?: string | undefined;
}

const size = 30;

/** Lists discussions or their categories, or reads one. */
export async function readDiscussions(input: DiscussionsInput, context: ToolContext<Github>): Promise<Content> {
  const { owner, repo, method, category, discussion_number: number } = input;
  const call = context.client.call(context);
  const at = { owner, repo };
  if (method === "get") return readDiscussion(call, at, needed(number, "discussion_number", method), context);
  if (method === "list") return listDiscussions(call, at, category, context);
  const { categories } = await categoriesOf(call, at);
  const lines = categories.map(
    ({ slug, name, description, isAnswerable }) =>
      `${slug} (${name}${isAnswerable ? ", can be answered" : ""}) ${description ?? ""}`,
  );
  return { parts: [{ text: lines.join("\n") }] };
}

async function listDiscussions(
  call: GithubCall,
  at: RepositoryName,
  wanted: string | undefined,
  { page }: ToolContext<Github>,
): Promise<Content> {
  const category =
    wanted === undefined ? undefined : categoryNamed(call, (await categoriesOf(call, at)).categories, wanted).id;
  const ask = async (after: string | undefined) => {
    const { repository } = (await call.graphql(discussionQueries.list, { ...at, size, after, category }, at)) as {
      readonly repository: { readonly discussions: Connection<Discussion> };
    };
    return stretchIn(repository.discussions);
  };
  const lines = await fillAfter(page, ask, (one) => {
    const author = loginOf(one.author);
    call.ledger.record({ ...at, author, what: `discussion ${at.owner}/${at.repo}#${one.number}` });
    const state = [one.category.slug, one.closed ? "closed" : "open", one.isAnswered ? "answered" : undefined];
    const told = state.filter((part) => part !== undefined).join(", ");
    return `#${one.number} (${told}, ${one.comments.totalCount ?? 0} comments, by ${author}, ${one.updatedAt}) ${one.title}`;
  });
  return linesOrNone(
    lines,
    `There are no discussions${wanted === undefined ? "" : ` about ${wanted}`} in ${at.owner}/${at.repo}.`,
  );
}

/** A discussion and what was said in it, as much as fits the page. The discussion itself stands on the first page alone. */
async function readDiscussion(call: GithubCall, at: RepositoryName, number: number, { page }: ToolContext<Github>) {
  const about = `discussion ${at.owner}/${at.repo}#${number}`;
  const own: ContentPart[] = [];
  const isFirst = page.place === undefined;
  const ask = async (after: string | undefined) => {
    const { repository } = (await call.graphql(discussionQueries.get, { ...at, number, size, after }, at)) as {
      readonly repository: { readonly discussion: Discussion };
    };
    const { discussion } = repository;
    const comments = nodesOf(discussion.comments).flatMap((one) => [one, ...nodesOf(one.replies)]);
    recordThread(call, at, about, [discussion, ...comments].map(post));
    const part = { facts: factsOf(discussion), text: `${discussion.title}\n\n${discussion.body}`.trimEnd() };
    if (isFirst && page.take(part)) own.push(part);
    return { items: comments, next: stretchIn(discussion.comments).next };
  };
  const parts = await fillAfter(page, ask, commentPart);
  return { parts: [...own, ...parts] };
}

const post = ({ author, body }: Pick<DiscussionComment, "author" | "body">): Post => ({
  author: loginOf(author),
  body,
});

function factsOf(discussion: Discussion) {
  const { number, category, closed, stateReason, isAnswered, comments } = discussion;
  return {
    discussion: number,
    category: category.slug,
    state: closed ? `closed${stateReason ? `, ${stateReason.toLowerCase()}` : ""}` : "open",
    author: loginOf(discussion.author),
    association: discussion.authorAssociation.toLowerCase(),
    ...given({ answered: isAnswered ?? undefined, comments: comments.totalCount || undefined }),
    created: discussion.createdAt,
    updated: discussion.updatedAt,
    url: discussion.url,
  };
}

function commentPart({
  id,
  author,
  authorAssociation,
  createdAt: created,
  isAnswer,
  body,
  replies,
}: DiscussionComment) {
  const unread = (replies?.totalCount ?? 0) - nodesOf(replies).length;
  const facts = {
    ...(replies === undefined ? { reply: id } : { comment: id }),
    author: loginOf(author),
    association: authorAssociation.toLowerCase(),
    created,
    ...given({ answer: isAnswer || undefined, replies_not_shown: unread || undefined }),
  };
  return { facts, text: body };
}
