import type { Content } from "@drawbridge/core";
import type { GithubCall, RepositoryName } from "../api/github-call.ts";
import type { Change } from "../changing/change.ts";
import { done } from "../changing/done.ts";
import { needed } from "../changing/needed.ts";
import { shownFields } from "../changing/shown-fields.ts";
import { given } from "../shown/given.ts";
import type { IssueInput } from "./issue-input.ts";
import { linkChanges } from "./link-changes.ts";
import { type IssueAt, issueName, ofIssue } from "./of-issue.ts";

type Making = (input: IssueInput, call: GithubCall) => Change | Promise<Change>;

const issue = "/repos/{owner}/{repo}/issues/{issue_number}";

const create: Making = ({ owner, repo, title, body, labels, assignees, milestone, type }, call) => {
  const fields = { title: needed(title, "title", "create"), ...given({ body, labels, assignees, milestone, type }) };
  return {
    target: { owner, repo },
    foresee: async () => ({ summary: `Create an issue in ${owner}/${repo}\n\n${shownFields(fields)}`, state: fields }),
    async apply() {
      const made = await call.request(
        "POST /repos/{owner}/{repo}/issues",
        { owner, repo, ...fields } as never,
        `${owner}/${repo}`,
      );
      return done(`Created issue ${owner}/${repo}#${made.number}`, { number: made.number, url: made.html_url });
    },
  };
};

const update: Making = (input, call) => {
  const { title, body, state, state_reason, labels, assignees, milestone, type } = input;
  const fields = given({ title, body, state, state_reason, labels, assignees, type }) as Record<string, unknown>;
  if (milestone !== undefined) fields.milestone = milestone;
  const isEmpty = Object.keys(fields).length === 0;
  needed(
    isEmpty ? undefined : fields,
    "something to change: title, body, state, labels, assignees or milestone",
    "update",
  );
  return ofIssue(input, call, `Update it:\n\n${shownFields(fields)}`, async (at) => {
    const { html_url: url } = await call.request(
      "PATCH /repos/{owner}/{repo}/issues/{issue_number}",
      { ...at, ...fields } as never,
      issueName(at),
    );
    return done(`Updated issue ${issueName(at)}`, { url });
  });
};

const comment: Making = (input, call) => {
  const body = needed(input.body, "body", "comment");
  return ofIssue(input, call, `Comment on it:\n\n${body}`, async (at) => {
    const made = await call.request(
      "POST /repos/{owner}/{repo}/issues/{issue_number}/comments",
      { ...at, body },
      issueName(at),
    );
    return done(`Commented on ${issueName(at)}`, { comment: Number(made.id), url: made.html_url });
  });
};

const edit_comment: Making = (input, call) => {
  const body = needed(input.body, "body", "edit_comment");
  return ofComment(input, call, { verb: "Change", to: `It would say:\n\n${body}` }, async (at) => {
    const { html_url: url } = await call.request(
      "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}",
      { ...at, body },
      commentName(at),
    );
    return done(`Edited ${commentName(at)}`, { url });
  });
};

const delete_comment: Making = (input, call) =>
  ofComment(input, call, { verb: "Delete", to: "It cannot be had back." }, async (at) => {
    await call.request("DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}", at, commentName(at));
    return done(`Deleted ${commentName(at)}`);
  });

const labels: Making = (input, call) => {
  const { operation = "add" } = input;
  const wanted = needed(input.labels, "labels", "labels");
  return ofIssue(input, call, `${operation} the labels ${wanted.join(", ")}`, async (at) => {
    if (operation === "remove") {
      await assertLabelled(call, at, wanted);
      for (const label of wanted)
        await call.request(
          `DELETE ${issue}/labels/{name}`,
          { ...at, name: label },
          `the label ${label} of ${issueName(at)}`,
        );
    } else {
      const route =
        `${operation === "set" ? "PUT" : "POST"} /repos/{owner}/{repo}/issues/{issue_number}/labels` as const;
      await call.request(route, { ...at, labels: [...wanted] }, issueName(at));
    }
    return done(`Changed the labels of ${issueName(at)}: ${operation} ${wanted.join(", ")}`);
  });
};

/** Before the first of several is taken away all of them have to be there. */
async function assertLabelled(call: GithubCall, at: IssueAt, wanted: readonly string[]): Promise<void> {
  const found = await call.request(`GET ${issue}/labels`, { ...at, per_page: 100 }, issueName(at));
  const there = new Set(found.map((label) => label.name.toLowerCase()));
  const missing = wanted.filter((label) => !there.has(label.toLowerCase()));
  if (missing.length === 0) return;
  const has = found.map((label) => label.name).join(", ") || "none";
  throw call.invalid(`${issueName(at)} has no label ${missing.join(", ")}. It has ${has}. Nothing was changed.`);
}

const assignees: Making = (input, call) => {
  const { operation = "add" } = input;
  const wanted = needed(input.assignees, "assignees", "assignees");
  if (operation === "set") return update({ ...input, method: "update" }, call);
  return ofIssue(input, call, `${operation} the assignees ${wanted.join(", ")}`, async (at) => {
    const route =
      `${operation === "remove" ? "DELETE" : "POST"} /repos/{owner}/{repo}/issues/{issue_number}/assignees` as const;
    await call.request(route, { ...at, assignees: [...wanted] }, issueName(at));
    return done(`Changed the assignees of ${issueName(at)}: ${operation} ${wanted.join(", ")}`);
  });
};

const lock: Making = (input, call) => {
  const { operation = "add", lock_reason } = input;
  return ofIssue(
    input,
    call,
    operation === "remove" ? "Unlock it" : `Lock it${lock_reason === undefined ? "" : `: ${lock_reason}`}`,
    async (at) => {
      const route =
        `${operation === "remove" ? "DELETE" : "PUT"} /repos/{owner}/{repo}/issues/{issue_number}/lock` as const;
      await call.request(
        route,
        { ...at, ...(operation === "remove" ? {} : given({ lock_reason })) } as never,
        issueName(at),
      );
      return done(`${operation === "remove" ? "Unlocked" : "Locked"} ${issueName(at)}`);
    },
  );
};

/** How each method of `github_issue_write` changes what. */
export const issueChanges = {
  ...{ create, update, comment, edit_comment, delete_comment, labels, assignees, lock },
  ...linkChanges,
} as const;

type CommentAt = RepositoryName & { readonly comment_id: number };

const commentName = ({ owner, repo, comment_id }: CommentAt) => `comment ${comment_id} of ${owner}/${repo}`;

function ofComment(
  input: IssueInput,
  call: GithubCall,
  { verb, to }: { readonly verb: string; readonly to: string },
  apply: (at: CommentAt) => Promise<Content>,
): Change {
  const { owner, repo, method } = input;
  const at = { owner, repo, comment_id: needed(input.comment_id, "comment_id", method) };
  return {
    target: { owner, repo },
    async foresee() {
      const route = "GET /repos/{owner}/{repo}/issues/comments/{comment_id}";
      const { body, user, updated_at } = await call.request(route, at, commentName(at));
      const summary = `${verb} ${commentName(at)}, by ${user?.login ?? "ghost"}. It says:\n\n${body ?? ""}\n\n${to}`;
      return { summary, state: [to, body, updated_at] };
    },
    apply: () => apply(at),
  };
}
