import type { Host } from "@drawbridge/testkit";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { answered, ServedGithub } from "./stand/served-github.ts";

const site = { owner: "acme", repo: "site" };
const at = "/repos/acme/site";

let served: ServedGithub;
let host: Host;
let comment: number;
let run: number;
let number = 0;

type Input = Readonly<Record<string, unknown>>;
const as = async (login: string, method: string, path: string, body?: unknown) =>
  (await served.stand.as(login, method, path, body)) as never;

beforeAll(async () => {
  served = await ServedGithub.start();
  host = await served.open({ as: "ada" });
  comment = ((await as("ada", "POST", `${at}/issues/2/comments`, { body: "First" })) as { id: number }).id;
  const { workflow_runs: runs } = (await as("ada", "GET", `${at}/actions/runs`)) as { workflow_runs: { id: number }[] };
  run = runs[0]?.id ?? 0;
});
afterEach(() => expect(served.violations()).toEqual([]));
afterAll(() => served[Symbol.asyncDispose]());

/** Somebody commits to a branch. */
async function push(branch: string): Promise<void> {
  number += 1;
  const content = Buffer.from(`${number}\n`).toString("base64");
  await as("ben", "PUT", `${at}/contents/pushed-${number}.txt`, { message: `Push ${number}`, content, branch });
}

const issueBy = (login: string, change: object) => () => as(login, "PATCH", `${at}/issues/2`, change);

/** Each way to write, and something that somebody does between its dry run and itself. */
const changes: ReadonlyArray<readonly [string, string, Input, () => Promise<unknown>]> = [
  [
    "an issue's update",
    "issue_write",
    { method: "update", issue_number: 2, title: "Sums" },
    issueBy("ben", { body: "Now" }),
  ],
  [
    "a comment",
    "issue_write",
    { method: "comment", issue_number: 2, body: "Yes" },
    issueBy("ben", { title: "Other sums" }),
  ],
  [
    "labels",
    "issue_write",
    { method: "labels", issue_number: 2, labels: ["bug"] },
    issueBy("ben", { state: "closed" }),
  ],
  ["a lock", "issue_write", { method: "lock", issue_number: 2 }, issueBy("ben", { state: "open" })],
  [
    "a comment's edit",
    "issue_write",
    { method: "edit_comment", body: "Third" },
    () => as("ada", "PATCH", `${at}/issues/comments/${comment}`, { body: "Second" }),
  ],
  [
    "a comment's end",
    "issue_write",
    { method: "delete_comment" },
    () => as("ada", "PATCH", `${at}/issues/comments/${comment}`, { body: "Fourth" }),
  ],
  ["a pull request", "pr_write", { method: "create", title: "Begin", head: "wip", base: "fix-add" }, () => push("wip")],
  [
    "a pull request's update",
    "pr_write",
    { method: "update", pull_number: 6, body: "All" },
    () => as("olga", "PATCH", `${at}/pulls/6`, { title: "Say it all" }),
  ],
  ["a merge", "pr_write", { method: "merge", pull_number: 6 }, () => push("more-docs")],
  [
    "asking for a review",
    "pr_write",
    { method: "request_reviewers", pull_number: 6, reviewers: ["ben"] },
    () => push("more-docs"),
  ],
  ["a review", "review", { method: "create", pull_number: 5, event: "COMMENT", body: "Hm" }, () => push("fix-add")],
  [
    "a commit",
    "commit",
    { branch: "wip", message: "Add", changes: [{ path: "src/next.ts", edits: [{ old_text: "{}", new_text: "{ }" }] }] },
    () => push("wip"),
  ],
  ["a branch", "create_branch", { branch: "begun", from: "wip" }, () => push("wip")],
  ["a branch's end", "delete_branch", { branch: "wip" }, () => push("wip")],
  ["a run again", "actions_write", { method: "rerun" }, () => as("ben", "POST", `${at}/actions/runs/${run}/rerun`)],
];

const isWrite = ({ method, path }: { method: string; path: string }) => method !== "GET" && path !== "/graphql";

it.each(changes)(
  "%s: a dry run writes nothing, holds while nothing happens, and not afterwards",
  async (_, tool, input, meanwhile) => {
    const whole = { ...site, comment_id: undefined, ...input } as Record<string, unknown>;
    if (/_comment$/.test(String(input.method))) whole.comment_id = comment;
    if (tool === "actions_write") whole.run_id = run;
    const dryRun = async () => {
      const { meta, text } = await answered(host.callTool(`github_${tool}`, { ...whole, dry_run: true }));
      expect([meta.dry_run, text.length > 40]).toEqual([true, true]);
      return String(meta.state);
    };
    served.stand.requests.length = 0;
    const state = await dryRun();
    // What goes on elsewhere is not what a change rests on.
    await as("ada", "PUT", "/user/starred/acme/site");
    await as("ada", "POST", `${at}/issues/4/comments`, { body: "Elsewhere" });
    expect(await dryRun()).toBe(state);
    await meanwhile();
    const stale = await host.callTool(`github_${tool}`, { ...whole, expected_state: state });
    expect([stale.isError, stale.meta.code]).toEqual([true, "conflict"]);
    expect(served.stand.requests.filter(isWrite)).toEqual([]);
  },
);

it("is made where its state is that of the dry run, once", async () => {
  const input = { ...site, branch: "held", from: "main" };
  const { meta } = await answered(host.callTool("github_create_branch", { ...input, dry_run: true }));
  await answered(host.callTool("github_create_branch", { ...input, expected_state: meta.state }));
  expect((await host.callTool("github_create_branch", { ...input, expected_state: meta.state })).isError).toBe(true);
});

it("does not take another call's state for its own", async () => {
  const update = { ...site, method: "update", issue_number: 2 };
  const { meta } = await answered(host.callTool("github_issue_write", { ...update, title: "One", dry_run: true }));
  const { meta: other } = await host.callTool("github_issue_write", {
    ...update,
    title: "Two",
    expected_state: meta.state,
  });
  expect(other.code).toBe("conflict");
});
