import { type Discussion, type DiscussionComment, discussionCategories } from "../kept/discussions.ts";
import { nodeId } from "../nodes.ts";
import { actor } from "./actor.ts";
import { connection } from "./connection.ts";
import { repositoryNode } from "./repository-node.ts";
import { unresolved } from "./unresolved.ts";
import type { Viewer } from "./viewer.ts";

/** A repository's discussions. */
export function discussionFields(viewer: Viewer, repository: string) {
  const { discussions } = viewer.stand;
  const here = () => discussions.all.filter((one) => one.repository === repository);
  return {
    discussions: connection((args) => {
      const { categoryId } = args as { categoryId?: string };
      return here()
        .filter(
          ({ category }) =>
            categoryId == null || nodeId("DiscussionCategory", `${repository}/${category}`) === categoryId,
        )
        .map((one) => discussionNode(viewer, one))
        .reverse();
    }),
    discussion: ({ number }: { number: number }) => {
      const found = here().find((one) => one.number === number);
      if (found === undefined) throw unresolved(`Could not resolve to a Discussion with the number of ${number}.`);
      return discussionNode(viewer, found);
    },
    discussionCategories: connection(() => discussionCategories.map(({ slug }) => categoryNode(repository, slug))),
  };
}

/** A discussion. */
export function discussionNode(viewer: Viewer, discussion: Discussion) {
  const { number, repository, login, category, title, body, closedAs, answer, comments } = discussion;
  const id = nodeId("Discussion", number);
  viewer.stand.nodes.keep(id, { path: `/repos/${repository}`, number });
  const answered = comments.find((one) => one.id === answer);
  return {
    __typename: "Discussion",
    id,
    databaseId: number,
    number,
    title,
    body,
    bodyText: body,
    url: `${viewer.stand.url}/${repository}/discussions/${number}`,
    author: () => personNode(viewer, login),
    authorAssociation: association(viewer, repository, login),
    category: categoryNode(repository, category),
    closed: closedAs !== null,
    stateReason: closedAs,
    isAnswered: category === "q-a" ? answered !== undefined : null,
    answer: answered === undefined ? null : commentNode(viewer, discussion, answered),
    comments: connection(() =>
      comments.filter(({ replyTo }) => replyTo === null).map((one) => commentNode(viewer, discussion, one)),
    ),
    repository: () => repositoryNode(viewer, repository),
    createdAt: "2026-01-04T09:00:00Z",
    updatedAt: "2026-01-04T09:00:00Z",
  };
}

/** Something said in a discussion, with what was said to it. */
export function commentNode(viewer: Viewer, discussion: Discussion, comment: DiscussionComment): object {
  const id = nodeId("DiscussionComment", comment.id);
  viewer.stand.nodes.keep(id, { path: `/repos/${discussion.repository}`, number: comment.id });
  return {
    __typename: "DiscussionComment",
    id,
    databaseId: comment.id,
    body: comment.body,
    bodyText: comment.body,
    author: () => personNode(viewer, comment.login),
    authorAssociation: association(viewer, discussion.repository, comment.login),
    isAnswer: discussion.answer === comment.id,
    url: `${viewer.stand.url}/${discussion.repository}/discussions/${discussion.number}#discussioncomment-${comment.id}`,
    discussion: () => discussionNode(viewer, discussion),
    replies: connection(() =>
      discussion.comments
        .filter(({ replyTo }) => replyTo === comment.id)
        .map((one) => commentNode(viewer, discussion, one)),
    ),
    createdAt: "2026-01-04T10:00:00Z",
    updatedAt: "2026-01-04T10:00:00Z",
  };
}

function categoryNode(repository: string, slug: string) {
  const found = discussionCategories.find((one) => one.slug === slug);
  return {
    __typename: "DiscussionCategory",
    ...found,
    id: nodeId("DiscussionCategory", `${repository}/${slug}`),
    emoji: ":speech_balloon:",
  };
}

async function personNode(viewer: Viewer, login: string) {
  return actor(await viewer.get(`/users/${encodeURIComponent(login)}`));
}

function association({ stand }: Viewer, fullName: string, login: string): string {
  const repository = stand.repositories.named(fullName);
  return repository === undefined ? "NONE" : stand.repositories.association(repository, login);
}
