import type { Host } from "@drawbridge/testkit";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { committed } from "./stand/committed.ts";
import { answered, ServedGithub } from "./stand/served-github.ts";

const site = { owner: "acme", repo: "site" };

let served: ServedGithub;
let host: Host;
let made = 0;

beforeAll(async () => {
  served = await ServedGithub.start();
  host = await served.open({ as: "ada", argv: ["--repos", "acme/*"] });
});

afterEach(() => {
  served.stand.calm();
  expect(served.violations()).toEqual([]);
});
afterAll(() => served[Symbol.asyncDispose]());

interface Pull {
  readonly number: number;
  readonly state: string;
  readonly merged: boolean;
  readonly title: string;
  readonly draft: boolean;
  readonly head: { readonly sha: string };
  readonly base: { readonly ref: string };
  readonly requested_reviewers: readonly { readonly login: string }[];
  readonly auto_merge: { readonly merge_method: string } | null;
}

const pullAt = async (number: number) =>
  (await served.stand.as("ada", "GET", `/repos/acme/site/pulls/${number}`)) as Pull;
const read = (input: object) => host.callTool("github_pr_read", { ...site, ...input });
const write = (input: object) => host.callTool("github_pr_write", { ...site, ...input });

/** A pull request of ben's that changes one file. */
async function aPull(more: object = {}): Promise<Pull> {
  made += 1;
  const head = `pull-${made}`;
  await committed(served, head, { [`pulls/${made}.txt`]: "one\ntwo\n" });
  const body = { title: `Change ${made}`, body: "Because.", head, base: "main", ...more };
  return (await served.stand.as("ben", "POST", "/repos/acme/site/pulls", body)) as Pull;
}

async function refused(input: object): Promise<string> {
  const { text, isError } = await write(input);
  expect(isError).toBe(true);
  return text;
}

describe("github_pr_read", () => {
  it("tells all that a reviewer has to know by one query, and by the logs of what fails", async () => {
    served.stand.requests.length = 0;
    const { text, meta } = await answered(read({ pull_number: 5 }));
    const asked = served.stand.requests.map(({ method, path }) => `${method} ${path}`);
    expect(asked).toEqual([
      "POST /graphql",
      "GET /repos/acme/site/actions/jobs/2/logs",
      expect.stringMatching(/^GET \/storage\/logs\/2/),
    ]);
    expect(meta).toMatchObject({
      ...{ number: 5, state: "open", author: "ben", association: "member", base: "main", head: "fix-add" },
      ...{ mergeable: "mergeable (blocked)", checks: "passed 1, failed 1", reviews: "rita changes_requested" },
      ...{ closes: "acme/site#2", open_threads: 1, size: "+1 -1 in 1 files" },
    });
    expect(text).toContain(
      "✗ test (failure, job_id 2): 1 test failed\n  src/add.ts:3 AssertionError: expected 3 to be -3",
    );
    expect(text).toContain("  | FAIL src/add.test.ts > adds negative numbers\n  | AssertionError: expected 3 to be -3");
    expect(text).toContain("rita (comment 4): This makes -1 + 2 three. Is that meant?");
    expect(text).not.toContain("A full stop is enough here.");
    expect(text).not.toContain("package-150");
    expect(Buffer.byteLength(text)).toBeLessThan(4000);
  });

  it("asks once where nothing fails, and does without a log that is gone", async () => {
    served.stand.requests.length = 0;
    expect((await answered(read({ pull_number: 6 }))).meta.checks).toBe("passed 1");
    expect(served.stand.requests).toHaveLength(1);
    served.stand.disturb({ match: /\/logs$/, status: 410, message: "Gone" });
    const { text } = await answered(read({ pull_number: 5 }));
    expect(text).toContain("src/add.ts:3 AssertionError: expected 3 to be -3");
  });

  it("stays short, however much was written, and says where the rest is", async () => {
    const { number } = await aPull({ body: "long ".repeat(12_000) });
    const comments = Array.from({ length: 40 }, () => ({
      ...{ path: `pulls/${made}.txt`, line: 1, body: "wordy ".repeat(150) },
    }));
    const review = { event: "COMMENT", body: "All of it", comments };
    await served.stand.as("rita", "POST", `/repos/acme/site/pulls/${number}/reviews`, review);
    const { text } = await answered(read({ pull_number: number }));
    expect(Buffer.byteLength(text)).toBeLessThan(24_000);
    expect(text).toContain("(60000 characters; github_issue_read has all)");
    expect(text).toMatch(/and \d+ more threads: method comments tells all/);
  });

  it("tells a bot from a person who has its name otherwise", async () => {
    const { number } = await aPull({});
    const comments = [{ path: `pulls/${made}.txt`, line: 1, body: "beep" }];
    const review = { event: "COMMENT", body: "Beep", comments };
    await served.stand.as("octocat[bot]", "POST", `/repos/acme/site/pulls/${number}/reviews`, review);
    const { text } = await answered(read({ pull_number: number }));
    expect(text).toMatch(/octocat\[bot\] \(comment \d+\): beep/);
  });

  it("fits the smallest answers", async () => {
    const small = await served.open({ as: "ada", argv: ["--max-result-bytes", "1500"] });
    const { text } = await answered(small.callTool("github_pr_read", { ...site, pull_number: 5 }));
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1500);
    expect(text).toContain("failing_checks: 1");
  });

  it.each([
    ["reviews", "rita | state: changes_requested", "Not yet."],
    ["comments", "path: src/add.ts | line: 3", "This makes -1 + 2 three. Is that meant?"],
    ["commits", "Add negative numbers (ben)", ""],
    ["checks", "failure test (job_id 2): 1 test failed", "success lint (job_id 1)"],
    ["files", "M src/add.ts +1 -1", "files: 1"],
    ["diff", "+  return Math.abs(a) + Math.abs(b);", "@@ -1,4 +1,4 @@"],
  ])("reads %s", async (method, ...said) => {
    const { text } = await answered(read({ pull_number: 5, method }));
    for (const part of said) expect(text).toContain(part);
  });

  it("says that there are none", async () => {
    const { number } = await aPull();
    for (const method of ["reviews", "comments", "checks"])
      expect((await answered(read({ pull_number: number, method }))).text).toContain(
        `pull request acme/site#${number} has no ${method}.`,
      );
  });

  it.each(["overview", "files", "reviews", "comments", "commits", "checks"])(
    "does not take an issue, or nothing, for a pull request (%s)",
    async (method) => {
      for (const pull_number of [2, 9999]) {
        const { text, isError } = await read({ pull_number, method });
        expect([isError, text]).toEqual([true, expect.stringContaining(`pull request acme/site#${pull_number}`)]);
      }
    },
  );
});

describe("github_pr_write", () => {
  it("opens, changes and closes", async () => {
    await committed(served, "topic", { "topic.txt": "topic\n" });
    const { meta, text } = await answered(
      write({ method: "create", title: "Topic", body: "Why", head: "topic", base: "main", draft: true }),
    );
    const number = Number(meta.number);
    expect(text).toContain(`Opened pull request acme/site#${number}`);
    expect(await pullAt(number)).toMatchObject({ title: "Topic", draft: true });
    await answered(write({ method: "update", pull_number: number, title: "Another", state: "closed" }));
    expect(await pullAt(number)).toMatchObject({ title: "Another", state: "closed" });
  });

  it("marks a draft ready, and takes that back", async () => {
    const { number } = await aPull({ draft: true });
    await answered(write({ method: "update", pull_number: number, draft: false }));
    expect((await pullAt(number)).draft).toBe(false);
    await answered(write({ method: "update", pull_number: number, draft: true }));
    expect((await pullAt(number)).draft).toBe(true);
    expect(await refused({ method: "update", pull_number: number, draft: true, title: "x" })).toContain(
      "give it alone",
    );
  });

  it.each(["merge", "squash", "rebase"])("merges (%s) at the head that was looked at", async (merge_method) => {
    const { number, head } = await aPull();
    const input = { method: "merge", pull_number: number, merge_method };
    const stale = await refused({ ...input, expected_head: "0".repeat(40) });
    expect(stale).toContain(`acme/site#${number} is at ${head.sha}, not at ${"0".repeat(40)}: it was not merged`);
    const { meta } = await answered(write({ ...input, expected_head: head.sha, commit_title: "Bring it in" }));
    expect((await pullAt(number)).merged).toBe(true);
    const commit = (await served.stand.as("ada", "GET", `/repos/acme/site/git/commits/${meta.commit}`)) as {
      message: string;
    };
    expect(commit.message).toMatch(/^Bring it in/);
    expect(await refused(input)).toContain(`acme/site#${number} is merged already, as ${meta.commit}`);
  });

  it("says why it does not merge", async () => {
    const draft = await aPull({ draft: true });
    expect(await refused({ method: "merge", pull_number: draft.number })).toContain(
      "is a draft. Mark it ready with update and draft false first",
    );
    const closed = await aPull();
    await served.stand.as("ben", "PATCH", `/repos/acme/site/pulls/${closed.number}`, { state: "closed" });
    expect(await refused({ method: "merge", pull_number: closed.number })).toContain("is closed. Open it again");
    const clash = await aPull();
    await committed(served, "main", { [`pulls/${made}.txt`]: "other\n" }, "main");
    expect(await refused({ method: "merge", pull_number: clash.number })).toContain("conflicts with its base");
    expect((await pullAt(clash.number)).merged).toBe(false);
    const blocked = await aPull();
    served.stand.disturb({ method: "PUT", match: /merge$/, status: 405, message: "1 review is required" });
    expect(await refused({ method: "merge", pull_number: blocked.number })).toContain(
      "1 review is required. Read it again. It is clean: github_pr_read with method overview tells what it lacks",
    );
  });

  it("asks people for reviews, and no longer asks them", async () => {
    const { number } = await aPull();
    const input = { method: "request_reviewers", pull_number: number };
    const asked = async () => (await pullAt(number)).requested_reviewers.map(({ login }) => login);
    const { text } = await answered(write({ ...input, reviewers: ["rita", "olga"] }));
    expect([text.includes("Asked rita, olga to review"), await asked()]).toEqual([true, ["rita", "olga"]]);
    await answered(write({ ...input, reviewers: ["olga"], operation: "remove" }));
    expect(await asked()).toEqual(["rita"]);
    expect(await refused({ ...input, reviewers: ["ben"] })).toContain("cannot be requested from pull request author");
    expect(await refused({ ...input, reviewers: ["mallory"] })).toContain("only be requested from collaborators");
    expect(await refused(input)).toContain("needs reviewers or team_reviewers");
  });

  it("brings a branch up to its base, where there is something to bring", async () => {
    const { number, head } = await aPull();
    const input = { method: "update_branch", pull_number: number };
    expect(await refused(input)).toContain("There are no new commits on the base branch");
    await committed(served, "main", { "moved.txt": `${made}\n` }, "main");
    expect(await refused({ ...input, expected_head: "0".repeat(40) })).toContain("expected head sha");
    await answered(write({ ...input, expected_head: head.sha }));
    expect((await pullAt(number)).head.sha).not.toBe(head.sha);
  });

  it("has it merged later, and no longer", async () => {
    const { number } = await aPull();
    const input = { method: "auto_merge", pull_number: number };
    const { text } = await answered(write({ ...input, merge_method: "squash" }));
    expect(text).toContain(`acme/site#${number} is merged (squash) by GitHub once all that it needs is there`);
    expect((await pullAt(number)).auto_merge?.merge_method).toBe("squash");
    await answered(write({ ...input, operation: "remove" }));
    expect((await pullAt(number)).auto_merge).toBeNull();
  });

  it.each([
    [{ method: "merge", pull_number: 9999 }, "GitHub does not know acme/site#9999"],
    [{ method: "merge", pull_number: 2 }, "GitHub does not know acme/site#2"],
    [{ method: "merge" }, "The method merge needs pull_number"],
    [{ method: "create", title: "x", head: "wip" }, "The method create needs base"],
    [{ method: "create", title: "x", head: "nope", base: "main" }, "head is not valid"],
    [{ method: "create", title: "x", head: "wip", base: "nope" }, "base is not valid"],
    [{ method: "create", title: "x", head: "main", base: "main" }, "No commits between main and main."],
    [{ method: "create", title: "x", head: "wip", base: "main" }, "A pull request already exists for acme:wip."],
    [{ method: "update", pull_number: 7 }, "needs something to change"],
    [{ method: "update", pull_number: 7, base: "nope" }, "base is not valid"],
    [{ method: "auto_merge", pull_number: 9999 }, "acme/site#9999"],
  ])("refuses %o and says why", async (input, said) => {
    expect(await refused(input)).toContain(said);
  });

  it("shows in a dry run what each method would do, and does none of it", async () => {
    const { number, head } = await aPull();
    await committed(served, "planned", { "planned.txt": "planned\n" });
    const before = await pullAt(number);
    const shown = `Pull request acme/site#${number} (open, clean), acme:pull-${made} at ${head.sha.slice(0, 12)} into main`;
    for (const [input, said] of [
      [{ method: "create", title: "Planned", head: "planned", base: "main" }, "Open a pull request in acme/site"],
      [{ method: "update", title: "New" }, "title: New"],
      [{ method: "merge", merge_method: "squash" }, `${shown}: Change ${made}\n\nMerge it (squash)`],
      [{ method: "request_reviewers", reviewers: ["rita"] }, "Ask rita to review it"],
      [{ method: "update_branch" }, "Merge its base into its branch"],
      [{ method: "auto_merge" }, "Have it merged (merge) once"],
    ] as const)
      expect((await answered(write({ pull_number: number, ...input, dry_run: true }))).text).toContain(said);
    expect(await pullAt(number)).toEqual(before);
    expect(await served.stand.as("ada", "GET", "/repos/acme/site/pulls?head=acme:planned")).toEqual([]);
  });

  it("merges what a dry run showed, and not what became of it since", async () => {
    const { number } = await aPull();
    const input = { method: "merge", pull_number: number };
    const { meta } = await answered(write({ ...input, dry_run: true }));
    await committed(served, `pull-${made}`, { "more.txt": "more\n" }, `pull-${made}`);
    expect(await refused({ ...input, expected_state: meta.state })).toContain("changed since the dry run");
    expect((await pullAt(number)).merged).toBe(false);
    const again = await answered(write({ ...input, dry_run: true }));
    await answered(write({ ...input, expected_state: again.meta.state }));
    expect((await pullAt(number)).merged).toBe(true);
  });
});
