import { createCommitOnBranch } from "./create-commit.ts";
import { discussionMutations } from "./discussion-mutations.ts";
import { nodeOf } from "./node-of.ts";
import { projectMutations } from "./project-mutations.ts";
import { reviewNode } from "./pull-node.ts";
import type { Rest } from "./rest.ts";
import { threadNode } from "./thread-nodes.ts";
import { unresolved } from "./unresolved.ts";
import type { Viewer } from "./viewer.ts";

type Input<Fields> = { readonly input: Fields & { readonly clientMutationId?: string } };

interface DraftThread {
  readonly path: string;
  readonly line?: number;
  readonly position?: number;
  readonly side?: string;
  readonly startLine?: number;
  readonly startSide?: string;
  readonly body: string;
}

/** What may be changed: what REST does not have, done by REST where it can be. */
export function mutations(viewer: Viewer): Readonly<Record<string, unknown>> {
  return {
    ...threadMutations(viewer),
    ...reviewMutations(viewer),
    ...pullMutations(viewer),
    ...discussionMutations(viewer),
    ...projectMutations(viewer),
    createCommitOnBranch: createCommitOnBranch(viewer),
    addComment: async ({ input }: Input<{ subjectId: string; body: string }>) => {
      const path = pathOf(viewer, input.subjectId).replace("/pulls/", "/issues/");
      const made = await viewer.send("POST", `${path}/comments`, { body: input.body });
      return {
        commentEdge: { cursor: "", node: await nodeOf(viewer, made.node_id) },
        subject: nodeOf(viewer, input.subjectId),
      };
    },
  };
}

function threadMutations(viewer: Viewer) {
  const settle =
    (isResolved: boolean) =>
    async ({ input }: Input<{ threadId: string }>) => {
      const kept = viewer.stand.nodes.kept(input.threadId);
      if (kept === undefined || (await viewer.get(kept.path)) === undefined)
        throw unresolved(`Could not resolve to a node with the global id of '${input.threadId}'`);
      if (isResolved) viewer.stand.comments.resolvedBy.set(kept.number, viewer.login);
      else viewer.stand.comments.resolvedBy.delete(kept.number);
      return { thread: nodeOf(viewer, input.threadId) };
    };
  return { resolveReviewThread: settle(true), unresolveReviewThread: settle(false) };
}

function reviewMutations(viewer: Viewer) {
  return {
    addPullRequestReview: async ({
      input,
    }: Input<{
      pullRequestId: string;
      body?: string;
      event?: string;
      commitOID?: string;
      threads?: DraftThread[];
      comments?: DraftThread[];
    }>) => {
      const path = pathOf(viewer, input.pullRequestId);
      const { body, event, commitOID: commit_id } = input;
      const drafts = [...(input.threads ?? []), ...(input.comments ?? [])].map(toRest);
      const made = await viewer.send("POST", `${path}/reviews`, { body, event, commit_id, comments: drafts });
      return { pullRequestReview: reviewAt(viewer, path, made.id) };
    },
    addPullRequestReviewThread: async ({ input }: Input<DraftThread & { pullRequestReviewId: string }>) => {
      const review = pathOf(viewer, input.pullRequestReviewId);
      const [, pull = "", id] = /^(.*)\/reviews\/(\d+)$/.exec(review) ?? [];
      const made = await viewer.send("POST", `${pull}/comments`, toRest(input));
      const kept = viewer.stand.comments.byId.get(made.id);
      if (kept !== undefined) viewer.stand.comments.byId.set(made.id, { ...kept, reviewId: Number(id) });
      const all = await viewer.list(`${pull}/comments`);
      return { thread: threadNode(viewer, pull, made, all) };
    },
    submitPullRequestReview: async ({
      input,
    }: Input<{ pullRequestReviewId: string; event: string; body?: string }>) => {
      const path = pathOf(viewer, input.pullRequestReviewId);
      await viewer.send("POST", `${path}/events`, { event: input.event, body: input.body });
      return { pullRequestReview: nodeOf(viewer, input.pullRequestReviewId) };
    },
    addPullRequestReviewThreadReply: async ({ input }: Input<{ pullRequestReviewThreadId: string; body: string }>) => {
      const kept = viewer.stand.nodes.kept(input.pullRequestReviewThreadId);
      if (kept === undefined)
        throw unresolved(`Could not resolve to a node with the global id of '${input.pullRequestReviewThreadId}'`);
      const made = await viewer.send("POST", `${kept.path}/comments/${kept.number}/replies`, { body: input.body });
      return { comment: nodeOf(viewer, made.node_id) };
    },
  };
}

function pullMutations(viewer: Viewer) {
  const draft =
    (isDraft: boolean) =>
    async ({ input }: Input<{ pullRequestId: string }>) => {
      await viewer.send("PATCH", pathOf(viewer, input.pullRequestId), { draft: isDraft });
      return { pullRequest: nodeOf(viewer, input.pullRequestId) };
    };
  return {
    markPullRequestReadyForReview: draft(false),
    convertPullRequestToDraft: draft(true),
    enablePullRequestAutoMerge: async ({
      input,
    }: Input<{ pullRequestId: string; mergeMethod?: string; commitHeadline?: string; commitBody?: string }>) => {
      const path = pathOf(viewer, input.pullRequestId);
      const { mergeMethod = "MERGE", commitHeadline = "", commitBody = "" } = input;
      const enabled_by = await viewer.get("/user");
      const request = {
        enabled_by,
        merge_method: mergeMethod.toLowerCase(),
        commit_title: commitHeadline,
        commit_message: commitBody,
      };
      viewer.stand.autoMerges.set(path, request);
      return { pullRequest: nodeOf(viewer, input.pullRequestId) };
    },
    disablePullRequestAutoMerge: async ({ input }: Input<{ pullRequestId: string }>) => {
      viewer.stand.autoMerges.delete(pathOf(viewer, input.pullRequestId));
      return { pullRequest: nodeOf(viewer, input.pullRequestId) };
    },
  };
}

const toRest = ({ path, line, position, side, startLine: start_line, startSide: start_side, body }: DraftThread) => ({
  path,
  line,
  position,
  side,
  start_line,
  start_side,
  body,
});

function pathOf(viewer: Viewer, id: string): string {
  const path = viewer.stand.nodes.pathOf(id);
  if (path === undefined) throw unresolved(`Could not resolve to a node with the global id of '${id}'`);
  return path;
}

async function reviewAt(viewer: Viewer, path: string, id: number): Promise<unknown> {
  const review = await viewer.get<Rest>(`${path}/reviews/${id}`);
  return review === undefined ? undefined : reviewNode(viewer, review, path);
}
