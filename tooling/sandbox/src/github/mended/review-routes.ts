import type { Answer, Ask, Routes } from "../front/exchange.ts";
import { notFound, refusal } from "../front/refusal.ts";
import type { Stand } from "../stand.ts";
import { hunkAt } from "./hunk-at.ts";
import { page } from "./page.ts";

interface Draft {
  readonly path?: string;
  readonly line?: number;
  readonly position?: number;
  readonly side?: string;
  readonly start_line?: number;
  readonly start_side?: string;
  readonly body?: string;
  readonly commit_id?: string;
  readonly in_reply_to?: number;
}

interface Comment {
  readonly id: number;
  readonly path: string;
  readonly line: number | null;
  readonly side: string;
  readonly in_reply_to_id?: number | null;
}

interface Review {
  readonly id: number;
  readonly state: string;
  readonly user: { readonly login: string };
}

/** Reviews and their comments on lines: the emulator takes positions alone, no replies, and takes nothing back. */
export function reviewRoutes(stand: Stand): Routes {
  const { comments: kept } = stand;
  const reviews = async (ask: Ask, pull: string): Promise<Review[]> => {
    const answer = await stand.emulator({
      ...ask,
      method: "GET",
      path: `${pull}/reviews`,
      body: undefined,
      query: hundred,
    });
    const isSeen = ({ id, state, user }: Review) =>
      !kept.deletedReviews.has(id) && (state !== "PENDING" || user.login === ask.credential?.login);
    return answer.status === 200 ? (answer.body as Review[]).filter(isSeen) : [];
  };
  const comments = async (ask: Ask, pull: string): Promise<Comment[]> => {
    const answer = await stand.emulator({
      ...ask,
      method: "GET",
      path: `${pull}/comments`,
      body: undefined,
      query: hundred,
    });
    const seen = new Set((await reviews(ask, pull)).map(({ id }) => id));
    return ((answer.body ?? []) as Comment[]).filter(({ id }) => {
      const reviewId = kept.byId.get(id)?.reviewId ?? null;
      return reviewId === null || seen.has(reviewId);
    });
  };
  const add = async (ask: Ask, pull: string, draft: Draft, reviewId: number | null): Promise<Answer> => {
    const { line = null, side = "RIGHT", start_line: startLine = null, start_side: startSide = null } = draft;
    const root =
      draft.in_reply_to === undefined
        ? undefined
        : (await comments(ask, pull)).find(({ id }) => id === draft.in_reply_to);
    if (draft.in_reply_to !== undefined && root === undefined) return notFound();
    const place = root ?? { path: draft.path, line, side };
    const diffHunk = await hunk(stand, ask, pull, place.path ?? "", place.line ?? draft.position ?? 1, place.side);
    if (diffHunk === undefined) return unprocessable(place.path === undefined ? "path" : "line");
    const reply = root === undefined ? {} : { in_reply_to_id: root.in_reply_to_id ?? root.id };
    const { path, line: at, side: on } = place;
    const sent = { body: draft.body, path, line: at, side: on, commit_id: draft.commit_id, ...reply };
    const answer = await stand.emulator({ ...ask, method: "POST", path: `${pull}/comments`, body: sent });
    if (answer.status === 201) kept.byId.set((answer.body as Comment).id, { reviewId, startLine, startSide, diffHunk });
    return answer;
  };
  const listed = async (ask: Ask, pull: string, all: (ask: Ask, pull: string) => Promise<readonly object[]>) => {
    const found = await stand.emulator({ ...ask, path: pull, query: new URLSearchParams(), body: undefined });
    return found.status === 200 ? page(ask, stand.url, await all(ask, pull)) : notFound();
  };
  return {
    "GET /repos/{owner}/{repo}/pulls/{number}/reviews": (ask, owner, repo, number) =>
      listed(ask, `/repos/${owner}/${repo}/pulls/${number}`, reviews),
    "GET /repos/{owner}/{repo}/pulls/{number}/comments": (ask, owner, repo, number) =>
      listed(ask, `/repos/${owner}/${repo}/pulls/${number}`, comments),
    "GET /repos/{owner}/{repo}/pulls/{number}/reviews/{id}/comments": async (ask, owner, repo, number, id) => {
      const all = await comments(ask, `/repos/${owner}/${repo}/pulls/${number}`);
      return page(
        ask,
        stand.url,
        all.filter((one) => kept.byId.get(one.id)?.reviewId === Number(id)),
      );
    },
    "POST /repos/{owner}/{repo}/pulls/{number}/reviews": async (ask, owner, repo, number) => {
      const pull = `/repos/${owner}/${repo}/pulls/${number}`;
      const { comments: drafts = [], ...review } = (ask.body ?? {}) as {
        comments?: Draft[];
        event?: string;
        body?: string;
      };
      const pending = (await reviews(ask, pull)).some(
        ({ state, user }) => state === "PENDING" && user.login === ask.credential?.login,
      );
      if (review.event === "REQUEST_CHANGES" && !review.body && drafts.length === 0)
        return refusal(422, "Unprocessable Entity", { errors: ["Review body is required"] as never });
      if (pending) return refusal(422, "Unprocessable Entity: User can only have one pending review per pull request");
      for (const { path = "", line, position = 1, side = "RIGHT" } of drafts)
        if ((await hunk(stand, ask, pull, path, line ?? position, side)) === undefined) return unprocessable("line");
      const answer = await stand.emulator({ ...ask, body: review });
      if (answer.status >= 300) return answer;
      for (const draft of drafts) await add(ask, pull, draft, (answer.body as Review).id);
      return { ...answer, status: 200 };
    },
    "DELETE /repos/{owner}/{repo}/pulls/{number}/reviews/{id}": async (ask, owner, repo, number, id) => {
      const found = (await reviews(ask, `/repos/${owner}/${repo}/pulls/${number}`)).find(
        (one) => one.id === Number(id),
      );
      if (found === undefined) return notFound();
      if (found.state !== "PENDING") return refusal(422, "Can not delete a non-pending pull request review");
      kept.deletedReviews.add(found.id);
      return { status: 200, body: found };
    },
    "POST /repos/{owner}/{repo}/pulls/{number}/comments": (ask, owner, repo, number) =>
      add(ask, `/repos/${owner}/${repo}/pulls/${number}`, ask.body as Draft, null),
    "POST /repos/{owner}/{repo}/pulls/{number}/comments/{id}/replies": (ask, owner, repo, number, id) =>
      add(ask, `/repos/${owner}/${repo}/pulls/${number}`, { ...(ask.body as Draft), in_reply_to: Number(id) }, null),
  };
}

const hundred = new URLSearchParams({ per_page: "100" });

async function hunk(
  stand: Stand,
  ask: Ask,
  pull: string,
  path: string,
  line: number,
  side: string,
): Promise<string | undefined> {
  const { body } = await stand.answer({
    ...ask,
    method: "GET",
    path: `${pull}/files`,
    query: hundred,
    body: undefined,
  });
  const files = Array.isArray(body) ? (body as { filename: string; patch?: string }[]) : [];
  const patch = files.find(({ filename }) => filename === path)?.patch;
  return patch === undefined ? undefined : hunkAt(patch, line, side);
}

function unprocessable(field: string): Answer {
  const errors = [
    {
      resource: "PullRequestReviewComment",
      code: "custom",
      field: `pull_request_review_thread.${field}`,
      message: `pull_request_review_thread.${field} must be part of the diff`,
    },
  ];
  return refusal(422, "Validation Failed", { errors });
}
