import type { Content } from "@drawbridge/core";
import type { GithubCall, RepositoryName } from "../api/github-call.ts";
import type { Change } from "../changing/change.ts";
import { done } from "../changing/done.ts";
import { needed } from "../changing/needed.ts";
import { shownFields } from "../changing/shown-fields.ts";
import { given } from "../shown/given.ts";
import { relatedIssue } from "./related-issue.ts";

/** What `github_issue_write` is asked; each method takes some of it. */
export interface IssueInput extends RepositoryName {
  readonly method: keyof typeof issueChanges;
  readonly issue_number?: number | undefined;
  readonly comment_id?: number | undefined;
  readonly title?: string | undefined;
  readonly body?: string | undefined;
  readonly state?: "open" | "closed" | undefined;
  readonly state_reason?: "completed" | "not_planned" | "duplicate" | "reopened" | undefined;
  readonly labels?: readonly string[] | undefined;
  readonly assignees?: readonly string[] | undefined;
  readonly milestone?: number | null | undefined;
  readonly operation?: "add" | "remove" | "set" | undefined;
  readonly lock_reason?: "off-topic" | "too heated" | "resolved" | "spam" | undefined;
  readonly related_issue?: string | undefined;
  readonly type?: string | undefined;
}

type Making = (input: IssueInput, call: GithubCall) => Change | Promise<Change>;

const create: Making = ({ owner, repo, title, body, labels, assignees, milestone, type }, call) => {
  const issue = { title: needed(title, "title", "create"), ...given({ body, labels, assignees, milestone, type }) };
  return {
    target: { owner, repo },
    foresee: async () => ({ summary: `Create an issue in ${owner}/${repo}\n\n${shownFields(issue)}`, state: issue }),
    async apply() {
      const made = await call.request(
        "POST /repos/{owner}/{repo}/issues",
        { owner, repo, ...issue } as never,
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
      name(at),
    );
    return done(`Updated issue ${name(at)}`, { url });
  });
};

const comment: Making = (input, call) => {
  const body = needed(input.body, "body", "comment");
  return ofIssue(input, call, `Comment on it:\n\n${body}`, async (at) => {
    const made = await call.request(
      "POST /repos/{owner}/{repo}/issues/{issue_number}/comments",
      { ...at, body },
      name(at),
    );
    return done(`Commented on ${name(at)}`, { comment: Number(made.id), url: made.html_url });
  });
};

const edit_comment: Making = (input, call) => {
  const body = needed(input.body, "body", "edit_comment");
  return ofComment(input, call, `by:\n\n${body}`, "Replace", async (at) => {
    const { html_url: url } = await call.request(
      "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}",
      { ...at, body },
      commentName(at),
    );
    return done(`Edited ${commentName(at)}`, { url });
  });
};

const delete_comment: Making = (input, call) =>
  ofComment(input, call, "for good", "Delete", async (at) => {
    await call.request("DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}", at, commentName(at));
    return done(`Deleted ${commentName(at)}`);
  });

const labels: Making = (input, call) => {
  const { operation = "add" } = input;
  const wanted = needed(input.labels, "labels", "labels");
  return ofIssue(input, call, `${operation} the labels ${wanted.join(", ")}`, async (at) => {
    if (operation === "remove") {
      const route = "DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}";
      for (const label of wanted)
        await call.request(route, { ...at, name: label }, `the label ${label} of ${name(at)}`);
    } else {
      const route =
        `${operation === "set" ? "PUT" : "POST"} /repos/{owner}/{repo}/issues/{issue_number}/labels` as const;
      await call.request(route, { ...at, labels: [...wanted] }, name(at));
    }
    return done(`Changed the labels of ${name(at)}`);
  });
};

const assignees: Making = (input, call) => {
  const { operation = "add" } = input;
  const wanted = needed(input.assignees, "assignees", "assignees");
  if (operation === "set") return update({ ...input, method: "update" }, call);
  return ofIssue(input, call, `${operation} the assignees ${wanted.join(", ")}`, async (at) => {
    const route =
      `${operation === "remove" ? "DELETE" : "POST"} /repos/{owner}/{repo}/issues/{issue_number}/assignees` as const;
    await call.request(route, { ...at, assignees: [...wanted] }, name(at));
    return done(`Changed the assignees of ${name(at)}`);
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
        name(at),
      );
      return done(`${operation === "remove" ? "Unlocked" : "Locked"} ${name(at)}`);
    },
  );
};

const sub_issues: Making = async (input, call) => {
  const { operation = "add" } = input;
  const { id: sub_issue_id, shown } = await relatedTo(input, call);
  return ofIssue(input, call, `${operation} as a part of it:\n\n${shown}`, async (at) => {
    const below = "/repos/{owner}/{repo}/issues/{issue_number}" as const;
    if (operation === "remove") await call.request(`DELETE ${below}/sub_issue`, { ...at, sub_issue_id }, name(at));
    else await call.request(`POST ${below}/sub_issues`, { ...at, sub_issue_id }, name(at));
    return done(`Changed the parts of ${name(at)}`);
  });
};

const dependencies: Making = async (input, call) => {
  const { operation = "add" } = input;
  const { id: issue_id, shown } = await relatedTo(input, call);
  return ofIssue(input, call, `${operation} as what it waits for:\n\n${shown}`, async (at) => {
    const route = "/repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by" as const;
    if (operation === "remove") await call.request(`DELETE ${route}/{issue_id}`, { ...at, issue_id }, name(at));
    else await call.request(`POST ${route}`, { ...at, issue_id }, name(at));
    return done(`Changed what ${name(at)} waits for`);
  });
};

function relatedTo(input: IssueInput, call: GithubCall) {
  if (input.operation === "set")
    throw call.invalid(`The method ${input.method} takes add and remove, one issue a call.`);
  return relatedIssue(call, input, needed(input.related_issue, "related_issue", input.method));
}

/** How each method of `github_issue_write` changes what. */
export const issueChanges = {
  ...{ create, update, comment, edit_comment, delete_comment, labels, assignees, lock, sub_issues, dependencies },
} as const;

type IssueAt = RepositoryName & { readonly issue_number: number };
type CommentAt = RepositoryName & { readonly comment_id: number };

const name = ({ owner, repo, issue_number }: IssueAt) => `${owner}/${repo}#${issue_number}`;
const commentName = ({ owner, repo, comment_id }: CommentAt) => `comment ${comment_id} of ${owner}/${repo}`;

/** A change to an issue that is there. What is foreseen rests on the issue as it is: GitHub's times have whole seconds. */
function ofIssue(input: IssueInput, call: GithubCall, what: string, apply: (at: IssueAt) => Promise<Content>): Change {
  const { owner, repo, method } = input;
  const at = { owner, repo, issue_number: needed(input.issue_number, "issue_number", method) };
  return {
    target: { owner, repo },
    async foresee() {
      const { title, state, body, updated_at } = await call.request(
        "GET /repos/{owner}/{repo}/issues/{issue_number}",
        at,
        name(at),
      );
      return {
        summary: `Issue ${name(at)} (${state}): ${title}\n\n${what}`,
        state: [what, title, state, body, updated_at],
      };
    },
    apply: () => apply(at),
  };
}

function ofComment(
  input: IssueInput,
  call: GithubCall,
  how: string,
  verb: string,
  apply: (at: CommentAt) => Promise<Content>,
): Change {
  const { owner, repo, method } = input;
  const at = { owner, repo, comment_id: needed(input.comment_id, "comment_id", method) };
  return {
    target: { owner, repo },
    async foresee() {
      const { body, user, updated_at } = await call.request(
        "GET /repos/{owner}/{repo}/issues/comments/{comment_id}",
        at,
        commentName(at),
      );
      return {
        summary: `${verb} ${commentName(at)}, by ${user?.login ?? "ghost"}:\n\n${body ?? ""}\n\n${how}`,
        state: [how, body, updated_at],
      };
    },
    apply: () => apply(at),
  };
}
