import { ConnectorError, type Content } from "@drawbridge/core";
import type { GithubCall, RepositoryName } from "../api/github-call.ts";
import type { Change } from "../changing/change.ts";
import { done } from "../changing/done.ts";
import { needed } from "../changing/needed.ts";
import { shownFields } from "../changing/shown-fields.ts";
import { resolveCommit } from "../contents/resolve-commit.ts";
import { given } from "../shown/given.ts";

/** What `github_pr_write` is asked; each method takes some of it. */
export interface PullInput extends RepositoryName {
  readonly method: keyof typeof pullChanges;
  readonly pull_number?: number | undefined;
  readonly title?: string | undefined;
  readonly body?: string | undefined;
  readonly head?: string | undefined;
  readonly base?: string | undefined;
  readonly draft?: boolean | undefined;
  readonly state?: "open" | "closed" | undefined;
  readonly maintainer_can_modify?: boolean | undefined;
  readonly merge_method?: "merge" | "squash" | "rebase" | undefined;
  readonly commit_title?: string | undefined;
  readonly commit_message?: string | undefined;
  readonly expected_head?: string | undefined;
  readonly reviewers?: readonly string[] | undefined;
  readonly team_reviewers?: readonly string[] | undefined;
  readonly operation?: "add" | "remove" | undefined;
}

type Making = (input: PullInput, call: GithubCall) => Change;

const path = "/repos/{owner}/{repo}/pulls/{pull_number}";
const pull = `GET ${path}` as const;

const create: Making = (input, call) => {
  const { owner, repo, body, draft, maintainer_can_modify } = input;
  const fields = {
    title: needed(input.title, "title", "create"),
    head: needed(input.head, "head", "create"),
    base: needed(input.base, "base", "create"),
    ...given({ body, draft, maintainer_can_modify }),
  };
  const [headOwner, branch] = fields.head.split(":");
  // What a fork holds is shown where the pull request is.
  if (branch !== undefined && headOwner !== undefined) call.scope.assertAdmits(headOwner, repo);
  return {
    target: { owner, repo },
    async foresee() {
      // A fork may have another name than what it was forked from: of its branch the name has to do.
      const sha = branch === undefined ? await resolveCommit(call, { owner, repo }, fields.head) : undefined;
      const from = sha === undefined ? "" : ` from ${sha.slice(0, 12)}`;
      return {
        summary: `Open a pull request in ${owner}/${repo}${from}\n\n${shownFields(fields)}`,
        state: [fields, sha],
      };
    },
    async apply() {
      const made = await call.request(
        "POST /repos/{owner}/{repo}/pulls",
        { owner, repo, ...fields },
        `${owner}/${repo}`,
      );
      return done(`Opened pull request ${owner}/${repo}#${made.number}`, { number: made.number, url: made.html_url });
    },
  };
};

const update: Making = (input, call) => {
  const { title, body, state, base, draft, maintainer_can_modify } = input;
  const fields = given({ title, body, state, base, maintainer_can_modify });
  const isEmpty = Object.keys(fields).length === 0;
  if (draft !== undefined) {
    if (!isEmpty) throw call.invalid("draft is changed by a call of its own: give it alone.");
    return markDraft(input, call, draft);
  }
  needed(
    isEmpty ? undefined : fields,
    "something to change: title, body, state, base, maintainer_can_modify, or draft alone",
    "update",
  );
  return ofPull(input, call, `Update it:\n\n${shownFields(fields)}`, async (at) => {
    const { html_url: url } = await call.request(
      "PATCH /repos/{owner}/{repo}/pulls/{pull_number}",
      { ...at, ...fields },
      name(at),
    );
    return done(`Updated pull request ${name(at)}`, { url });
  });
};

/** GitHub has it in GraphQL alone. */
function markDraft(input: PullInput, call: GithubCall, draft: boolean): Change {
  return ofPull(input, call, draft ? "Make it a draft again" : "Mark it ready for review", async (at) => {
    const { node_id: id } = await call.request(pull, at, name(at));
    const field = draft ? "convertPullRequestToDraft" : "markPullRequestReadyForReview";
    await call.mutate(
      `mutation($id: ID!) { ${field}(input: { pullRequestId: $id }) { clientMutationId } }`,
      { id },
      at,
    );
    return done(draft ? `${name(at)} is a draft again` : `${name(at)} is ready for review`);
  });
}

const merge: Making = (input, call) => {
  const { merge_method = "merge", commit_title, commit_message, expected_head } = input;
  const what = `Merge it (${merge_method})${expected_head === undefined ? "" : ` at ${expected_head}`}`;
  return ofPull(input, call, what, async (at, foreseen) => {
    const sha = expected_head ?? foreseen;
    const options = { merge_method, ...given({ commit_title, commit_message, sha }) };
    try {
      const merged = await call.request(`PUT ${path}/merge`, { ...at, ...options }, name(at));
      return done(`Merged ${name(at)}`, { commit: merged.sha });
    } catch (error) {
      throw await unmergeable(call, at, sha, error);
    }
  });
};

/** GitHub says little of why it does not merge: the pull request itself tells. */
async function unmergeable(
  call: GithubCall,
  at: PullAt,
  expected: string | undefined,
  error: unknown,
): Promise<unknown> {
  if (!ConnectorError.is(error) || error.code !== "conflict") return error;
  const { merged, merge_commit_sha, state, draft, head, mergeable_state: how } = await call.request(pull, at, name(at));
  if (merged) return call.conflict(`${name(at)} is merged already, as ${merge_commit_sha}.`);
  if (state === "closed")
    return call.conflict(`${name(at)} is closed. Open it again with update and state open first.`);
  if (expected !== undefined && expected !== head.sha)
    return call.conflict(
      `${name(at)} is at ${head.sha}, not at ${expected}: it was not merged. Look at what is new first.`,
    );
  if (draft) return call.conflict(`${name(at)} is a draft. Mark it ready with update and draft false first.`);
  if (how === "dirty")
    return call.conflict(
      `${name(at)} conflicts with its base. Bring its branch up to its base and settle the conflicts first.`,
    );
  return error.withMessage(`${error.message} It is ${how}: github_pr_read with method overview tells what it lacks.`);
}

const request_reviewers: Making = (input, call) => {
  const { operation = "add", reviewers = [], team_reviewers = [] } = input;
  const who = [...reviewers, ...team_reviewers];
  needed(who[0], "reviewers or team_reviewers", "request_reviewers");
  const verb = operation === "add" ? "Ask" : "No longer ask";
  return ofPull(input, call, `${verb} ${who.join(", ")} to review it`, async (at) => {
    const route =
      `${operation === "add" ? "POST" : "DELETE"} /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers` as const;
    await call.request(route, { ...at, reviewers: [...reviewers], team_reviewers: [...team_reviewers] }, name(at));
    return done(`${operation === "add" ? "Asked" : "No longer asks"} ${who.join(", ")} to review ${name(at)}`);
  });
};

const update_branch: Making = (input, call) => {
  const { expected_head } = input;
  return ofPull(input, call, "Merge its base into its branch", async (at, foreseen) => {
    const expected = given({ expected_head_sha: expected_head ?? foreseen });
    await call.request("PUT /repos/{owner}/{repo}/pulls/{pull_number}/update-branch", { ...at, ...expected }, name(at));
    return done(`${name(at)} is being brought up to its base. Look at it again in a moment.`);
  });
};

/** GitHub has it in GraphQL alone. */
const auto_merge: Making = (input, call) => {
  const { operation = "add", merge_method = "merge" } = input;
  const what =
    operation === "add"
      ? `Have it merged (${merge_method}) once all that it needs is there`
      : "Have it merged by hand again";
  return ofPull(input, call, what, async (at) => {
    const { node_id: id } = await call.request(pull, at, name(at));
    const mutation =
      operation === "add"
        ? "mutation($id: ID!, $method: PullRequestMergeMethod!) { enablePullRequestAutoMerge(input: { pullRequestId: $id, mergeMethod: $method }) { clientMutationId } }"
        : "mutation($id: ID!) { disablePullRequestAutoMerge(input: { pullRequestId: $id }) { clientMutationId } }";
    await call.mutate(mutation, { id, ...(operation === "add" ? { method: merge_method.toUpperCase() } : {}) }, at);
    return done(
      operation === "add"
        ? `${name(at)} is merged (${merge_method}) by GitHub once all that it needs is there`
        : `${name(at)} is not merged by GitHub any more`,
    );
  });
};

/** How each method of `github_pr_write` changes what. */
export const pullChanges = { create, update, merge, request_reviewers, update_branch, auto_merge } as const;

type PullAt = RepositoryName & { readonly pull_number: number };

const name = ({ owner, repo, pull_number }: PullAt) => `${owner}/${repo}#${pull_number}`;

/**
 * A change to a pull request that is there. What is foreseen rests on its head and its last change.
 *
 * @param apply is told the head that was foreseen, where that was done: somebody may push between that and the change
 */
function ofPull(
  input: PullInput,
  call: GithubCall,
  what: string,
  apply: (at: PullAt, foreseen: string | undefined) => Promise<Content>,
): Change {
  const { owner, repo, method } = input;
  const at = { owner, repo, pull_number: needed(input.pull_number, "pull_number", method) };
  let foreseen: string | undefined;
  return {
    target: { owner, repo },
    async foresee() {
      const found = await call.request(pull, at, name(at));
      const { title, merged, head, base, updated_at, mergeable_state } = found;
      foreseen = head.sha;
      const state = merged ? "merged already" : `${found.state}, ${mergeable_state}`;
      const line = `Pull request ${name(at)} (${state}), ${head.label} at ${head.sha.slice(0, 12)} into ${base.ref}: ${title}`;
      return { summary: `${line}\n\n${what}`, state: [what, title, found.state, head.sha, base.ref, updated_at] };
    },
    apply: () => apply(at, foreseen),
  };
}
