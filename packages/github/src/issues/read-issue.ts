import type { Content, ContentPart } from "@drawbridge/core";
import type { GithubCall, RepositoryName } from "../api/github-call.ts";
import { fillPage } from "../listing/fill-page.ts";
import { fitted } from "../shown/fitted.ts";
import type { Paged } from "../shown/paged.ts";
import { type Post, recordThread } from "../trust/record-thread.ts";
import { type Comment, commentPart, type Issue, issuePart } from "./issue-parts.ts";

const perPage = 50;

/** An issue and its comments, as many as fit the page. The issue itself stands on the first page alone. */
export async function readIssue(at: RepositoryName, number: number, context: Paged): Promise<Content> {
  const call = context.client.call(context);
  const about = `issue ${at.owner}/${at.repo}#${number}`;
  const parts: ContentPart[] = [];
  const posts: Post[] = [];
  if (context.page.place === undefined) {
    const issue = (await call.request(
      "GET /repos/{owner}/{repo}/issues/{issue_number}",
      { ...at, issue_number: number },
      about,
    )) as Issue;
    posts.push({ author: issue.user?.login, body: issue.body ?? "" });
    recordThread(call, at, about, posts);
    parts.push(fitted(issuePart(issue), context.page));
    if ((issue.comments ?? 0) === 0) return { facts: { url: issue.html_url }, parts };
  }
  parts.push(...(await commentsOf(call, at, number, { about, posts, context })));
  return { parts };
}

interface Thread {
  readonly about: string;
  /** What stands before the comments, where it was read too: a comment may quote it. */
  readonly posts: readonly Post[];
  readonly context: Paged;
}

async function commentsOf(
  call: GithubCall,
  at: RepositoryName,
  number: number,
  { about, posts, context }: Thread,
): Promise<ContentPart[]> {
  const route = "GET /repos/{owner}/{repo}/issues/{issue_number}/comments";
  const ask = async (page: number) => {
    const comments = await call.request(route, { ...at, issue_number: number, per_page: perPage, page }, about);
    const written = comments.map((comment) => ({ author: comment.user?.login, body: comment.body ?? "" }));
    recordThread(call, at, about, [...posts, ...written]);
    return comments as Comment[];
  };
  return fillPage({ page: context.page, size: perPage, isBegun: posts.length > 0 }, ask, commentPart);
}
