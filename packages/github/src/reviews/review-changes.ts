import { ConnectorError, type Content } from "@drawbridge/core";
import type { GithubCall, RepositoryName } from "../api/github-call.ts";
import type { Change } from "../changing/change.ts";
import { done } from "../changing/done.ts";
import { needed } from "../changing/needed.ts";
import { given } from "../shown/given.ts";
import type { LineComment } from "./line-comment.ts";
import { lineFaults } from "./line-faults.ts";
import { withoutLine } from "./without-line.ts";

/** What `github_review` is asked; each method takes some of it. */
export interface ReviewInput extends RepositoryName {
  readonly method: keyof typeof reviewChanges;
  readonly pull_number: number;
  readonly event?: "APPROVE" | "REQUEST_CHANGES" | "COMMENT" | undefined;
  readonly body?: string | undefined;
  readonly comments?: readonly LineComment[] | undefined;
  readonly commit_id?: string | undefined;
  readonly review_id?: number | undefined;
  readonly comment_id?: number | undefined;
  readonly thread_id?: string | undefined;
}

type Making = (input: ReviewInput, call: GithubCall) => Change;

const pull = "/repos/{owner}/{repo}/pulls/{pull_number}";

const create: Making = (input, call) => {
  const { event, body, comments = [], commit_id } = input;
  if (event !== undefined && event !== "APPROVE" && !body && comments.length === 0)
    throw call.invalid(`A review with event ${event} needs a body, or comments.`);
  const what = [event === undefined ? "Begin a review that is not submitted yet" : `Review: ${event}`, body];
  return ofPull(input, call, shownWith(what, comments), async (at) => {
    const review = {
      ...given({ event, body, commit_id }),
      ...(comments.length === 0 ? {} : { comments: comments.map(given) }),
    };
    const made = await call
      .request(`POST ${pull}/reviews`, { ...at, ...review } as never, name(at))
      .catch(async (error: unknown) => Promise.reject(await withoutLine(call, at, comments, error)));
    const facts = { review: Number(made.id), state: made.state.toLowerCase(), url: made.html_url };
    if (event !== undefined) return done(`Reviewed ${name(at)}`, facts);
    return done(`Began a review of ${name(at)} that only you see: add to it with comment, then submit it`, facts);
  });
};

/** REST takes comments only with a new review, of which there is one that is pending. */
const comment: Making = (input, call) => {
  const review_id = needed(input.review_id, "review_id", "comment");
  const comments = input.comments ?? [];
  needed(comments[0], "comments", "comment");
  return ofPull(input, call, shownWith([`Add to the pending review ${review_id}`], comments), async (at) => {
    const found = await call.request(`GET ${pull}/reviews/{review_id}`, { ...at, review_id }, nameOf(at, review_id));
    if (found.state !== "PENDING")
      throw call.conflict(`${nameOf(at, review_id)} is submitted already. Begin another with create.`);
    // GitHub adds them one after the other: the first would be there already where the second cannot be.
    const faults = await lineFaults(call, at, comments);
    if (faults.length > 0) throw call.invalid(`Nothing was written: ${faults.join("; ")}.`);
    const threads = comments.map(({ path, line, start_line: startLine, side, body }) => ({
      pullRequestReviewId: found.node_id,
      ...{ path, line, side: side ?? "RIGHT", body },
      ...(startLine === undefined ? {} : { startLine, startSide: side ?? "RIGHT" }),
    }));
    const declared = threads.map((_, index) => `$t${index}: AddPullRequestReviewThreadInput!`).join(", ");
    const fields = threads.map(
      (_, index) => `t${index}: addPullRequestReviewThread(input: $t${index}) { thread { id } }`,
    );
    const variables = Object.fromEntries(threads.map((thread, index) => [`t${index}`, thread]));
    await call
      .mutate(`mutation(${declared}) { ${fields.join(" ")} }`, variables, at)
      .catch((error: unknown) => Promise.reject(comments.length === 1 ? error : maybeSome(error, comments.length)));
    return done(`Added ${comments.length} comments to ${nameOf(at, review_id)}. Submit it when all is said`);
  });
};

function maybeSome(error: unknown, number: number): unknown {
  if (!ConnectorError.is(error) || ["refused", "rate_limited", "cancelled"].includes(error.code)) return error;
  const look = "Look with github_pr_read, method comments, or discard the review.";
  return new ConnectorError(
    "conflict",
    `Some of the ${number} comments may have been added. ${look} ${error.message}`,
    {
      cause: error,
    },
  );
}

const submit: Making = (input, call) => {
  const review_id = needed(input.review_id, "review_id", "submit");
  const event = needed(input.event, "event", "submit");
  return ofPull(input, call, `Submit review ${review_id}: ${event}\n\n${input.body ?? ""}`.trimEnd(), async (at) => {
    const review = { ...at, review_id, event, ...given({ body: input.body }) };
    const route = `POST ${pull}/reviews/{review_id}/events` as const;
    const { html_url: url } = await call.request(route, review, nameOf(at, review_id));
    return done(`Submitted the review of ${name(at)}`, { url });
  });
};

const discard: Making = (input, call) => {
  const review_id = needed(input.review_id, "review_id", "discard");
  return ofPull(input, call, `Throw the pending review ${review_id} away`, async (at) => {
    await call.request(`DELETE ${pull}/reviews/{review_id}`, { ...at, review_id }, nameOf(at, review_id));
    return done(`Threw the pending review of ${name(at)} away`);
  });
};

const reply: Making = (input, call) => {
  const comment_id = needed(input.comment_id, "comment_id", "reply");
  const body = needed(input.body, "body", "reply");
  return ofPull(input, call, `Reply to comment ${comment_id}:\n\n${body}`, async (at) => {
    const made = await call.request(
      `POST ${pull}/comments/{comment_id}/replies`,
      { ...at, comment_id, body },
      `comment ${comment_id} of ${name(at)}`,
    );
    return done(`Replied in ${name(at)}`, { comment: Number(made.id), url: made.html_url });
  });
};

/** GitHub has threads in GraphQL alone. */
const thread =
  (verb: "resolve" | "unresolve"): Making =>
  (input, call) => {
    const id = needed(input.thread_id, "thread_id", verb);
    return ofPull(input, call, `${verb} the thread ${id}`, async (at) => {
      const field = verb === "resolve" ? "resolveReviewThread" : "unresolveReviewThread";
      await assertThreadOf(call, at, id);
      await call.mutate(
        `mutation($id: ID!) { ${field}(input: { threadId: $id }) { thread { isResolved } } }`,
        { id },
        at,
      );
      return done(`The thread is ${verb}d`);
    });
  };

/** A node's id says nothing of where it lies: it could be that of another repository. */
async function assertThreadOf(call: GithubCall, at: PullAt, id: string): Promise<void> {
  const query =
    "query($id: ID!) { node(id: $id) { ... on PullRequestReviewThread { pullRequest { number repository { nameWithOwner } } } } }";
  const asked = call.graphql(query, { id }, at).catch((error: unknown) => {
    if (ConnectorError.is(error) && error.code === "not_found") return { node: null };
    throw error;
  });
  const { node } = (await asked) as {
    node: { pullRequest?: { number: number; repository: { nameWithOwner: string } } } | null;
  };
  const found = node?.pullRequest;
  const isThere =
    found?.number === at.pull_number &&
    found.repository.nameWithOwner.toLowerCase() === `${at.owner}/${at.repo}`.toLowerCase();
  if (!isThere)
    throw call.invalid(`${name(at)} has no thread ${id}. github_pr_read with method overview tells which there are.`);
}

/** How each method of `github_review` changes what. */
export const reviewChanges = {
  ...{ create, comment, submit, discard, reply },
  resolve: thread("resolve"),
  unresolve: thread("unresolve"),
} as const;

type PullAt = RepositoryName & { readonly pull_number: number };

const name = ({ owner, repo, pull_number }: PullAt) => `${owner}/${repo}#${pull_number}`;
const nameOf = (at: PullAt, review: number) => `review ${review} of ${name(at)}`;

function shownWith(what: readonly (string | undefined)[], comments: readonly LineComment[]): string {
  const shown = comments.map(({ path, line, body }) => `${path}:${line} ${body}`);
  return [...what, ...shown].filter((part) => part !== undefined).join("\n\n");
}

/** What is foreseen rests on the head that is reviewed. */
function ofPull(
  { owner, repo, pull_number }: ReviewInput,
  call: GithubCall,
  what: string,
  apply: (at: PullAt) => Promise<Content>,
): Change {
  const at = { owner, repo, pull_number };
  return {
    target: { owner, repo },
    async foresee() {
      const { title, head } = await call.request("GET /repos/{owner}/{repo}/pulls/{pull_number}", at, name(at));
      return {
        summary: `Pull request ${name(at)} at ${head.sha.slice(0, 12)}: ${title}\n\n${what}`,
        state: [what, head.sha],
      };
    },
    apply: () => apply(at),
  };
}
