import type { Host } from "@drawbridge/testkit";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { answered, ServedGithub } from "./stand/served-github.ts";

const site = { owner: "acme", repo: "site" };

interface Issue {
  readonly number: number;
  readonly title: string;
  readonly state: string;
  readonly state_reason: string | null;
  readonly locked: boolean;
  readonly labels: readonly { readonly name: string }[];
  readonly assignees: readonly { readonly login: string }[];
  readonly milestone: { readonly number: number } | null;
}

interface Comment {
  readonly id: number;
  readonly body: string;
}

let served: ServedGithub;
let reader: Host;
/** Has read nothing, so that it may write. */
let writer: Host;

beforeAll(async () => {
  served = await ServedGithub.start();
  reader = await served.open({ as: "ada", argv: ["--repos", "acme/*"] });
  writer = await served.open({ as: "ada", argv: ["--repos", "acme/*"] });
});

afterEach(() => expect(served.violations()).toEqual([]));
afterAll(() => served[Symbol.asyncDispose]());

const ask = async <Answer>(method: string, path: string, body?: object, login = "ada") =>
  (await served.stand.as(login, method, `/repos/acme/site/issues${path}`, body)) as Answer;
const anIssue = async () => (await ask<Issue>("POST", "", { title: "Something", body: "As it is." })).number;
const issueAt = (number: number) => ask<Issue>("GET", `/${number}`);
const commentsOf = (number: number) => ask<readonly Comment[]>("GET", `/${number}/comments`);
const read = (input: object, by = reader) => by.callTool("github_issue_read", { ...site, ...input });
const write = (input: object) => writer.callTool("github_issue_write", { ...site, ...input });

async function refused(input: object): Promise<string> {
  const { text, isError } = await write(input);
  expect(isError).toBe(true);
  return text;
}

describe("github_issue_read", () => {
  it("reads an issue and its comments, each under its author", async () => {
    const { text } = await answered(read({ issue_number: 2 }));
    expect(text).toContain(
      "number: 2 | state: open | author: ben | association: member | labels: bug | milestone: 1.2",
    );
    expect(text).toContain("Adding breaks on negative numbers\n\n`add(-1, -2)` ought to be -3.");
    expect(text).toMatch(/author: mallory \| association: none[\s\S]*I see this too[\s\S]*author: "octocat\[bot\]"/);
  });

  it("says of a pull request that it is one", async () => {
    expect((await answered(read({ issue_number: 5 }))).text).toContain("pull_request: true");
  });

  it("pages comments, every one once, and the issue on the first page alone", async () => {
    const number = await anIssue();
    for (let index = 0; index < 60; index += 1)
      await ask("POST", `/${number}/comments`, { body: `comment-${index} ${"x".repeat(index * 10)}` });
    const small = await served.open({ as: "ada", argv: ["--max-result-bytes", "9000"] });
    const pages: string[] = [];
    let cursor: unknown;
    do {
      const answer = await answered(read({ issue_number: number, ...(cursor === undefined ? {} : { cursor }) }, small));
      pages.push(answer.text);
      cursor = answer.meta.nextCursor;
    } while (cursor !== undefined);
    const told = pages.flatMap((page) => [...page.matchAll(/comment-(\d+)/g)].map(([, index]) => Number(index)));
    expect(told).toEqual(Array.from({ length: 60 }, (_, index) => index));
    expect(pages.filter((page) => page.includes("As it is."))).toHaveLength(1);
    for (const page of pages) expect(Buffer.byteLength(page)).toBeLessThanOrEqual(9000);
  });

  it("shows the beginning of a text that is longer than an answer, and goes on after it", async () => {
    const { number } = await ask<Issue>("POST", "", { title: "Long", body: "y".repeat(30_000) });
    await ask("POST", `/${number}/comments`, { body: `begins ${"z".repeat(30_000)}` });
    await ask("POST", `/${number}/comments`, { body: "the last" });
    const small = await served.open({ as: "ada", argv: ["--max-result-bytes", "9000"] });
    let all = "";
    let cursor: unknown;
    for (let page = 0; page < 9; page += 1) {
      const answer = await answered(read({ issue_number: number, ...(cursor === undefined ? {} : { cursor }) }, small));
      all += answer.text;
      cursor = answer.meta.nextCursor;
      if (cursor === undefined) break;
    }
    expect(all).toContain("truncated: the beginning of 30006 characters");
    expect(all).toMatch(/begins z+[\s\S]*the last/);
    expect(cursor).toBeUndefined();
  });

  it("reads what happened, the parts, and what it waits for", async () => {
    const [whole, part] = [await anIssue(), await anIssue()];
    expect((await answered(read({ issue_number: whole, method: "sub_issues" }))).text).toContain("has no sub-issues");
    expect((await answered(read({ issue_number: whole, method: "dependencies" }))).text).toContain(
      "Waits for:\nnothing\nHolds up:\nnothing",
    );
    await answered(write({ method: "sub_issues", issue_number: whole, related_issue: `#${part}` }));
    await answered(write({ method: "dependencies", issue_number: whole, related_issue: `acme/site#${part}` }));
    expect((await answered(read({ issue_number: whole, method: "sub_issues" }))).text).toContain(
      `acme/site#${part} (open) Something`,
    );
    expect((await answered(read({ issue_number: whole, method: "dependencies" }))).text).toContain(
      `Waits for:\nacme/site#${part} (open) Something\nHolds up:\nnothing`,
    );
    await answered(write({ method: "labels", issue_number: whole, labels: ["bug"] }));
    expect((await answered(read({ issue_number: whole, method: "timeline" }))).text).toContain("labeled by ada bug");
  });

  it("leaves out what lies in repositories that may not be used", async () => {
    const number = await anIssue();
    const input = { ...site, method: "sub_issues", issue_number: number, related_issue: "acme/vault#1" };
    // Whoever reads the private one may not write what strangers read any more.
    const other = await served.open({ as: "ada", argv: ["--flow-guard", "off"] });
    await answered(other.callTool("github_issue_write", input));
    const narrow = await served.open({ as: "ada", argv: ["--repos", "acme/site"] });
    const { text } = await answered(read({ issue_number: number, method: "sub_issues" }, narrow));
    expect(text).not.toContain("moat");
  });

  it.each(["get", "timeline", "sub_issues", "dependencies"])(
    "says that there is no such issue (%s)",
    async (method) => {
      const { text, isError } = await read({ issue_number: 9999, method });
      expect([isError, text]).toEqual([true, expect.stringContaining("issue acme/site#9999")]);
    },
  );
});

describe("github_issue_write", () => {
  it("creates an issue, and changes what is given alone", async () => {
    const input = { title: "New", body: "Text", labels: ["bug"], assignees: ["ben"], milestone: 1 };
    const { text, meta } = await answered(write({ method: "create", ...input }));
    const number = Number(meta.number);
    expect(text).toContain(`Created issue acme/site#${number}`);
    await answered(
      write({ method: "update", issue_number: number, state: "closed", state_reason: "not_planned", milestone: null }),
    );
    expect(await issueAt(number)).toMatchObject({
      ...{ title: "New", state: "closed", state_reason: "not_planned", milestone: null },
      ...{ labels: [{ name: "bug" }], assignees: [{ login: "ben" }] },
    });
  });

  it("comments, changes a comment and deletes it", async () => {
    const number = await anIssue();
    const { meta } = await answered(write({ method: "comment", issue_number: number, body: "First" }));
    const comment_id = meta.comment;
    await answered(write({ method: "edit_comment", comment_id, body: "Second" }));
    expect(await commentsOf(number)).toMatchObject([{ id: comment_id, body: "Second" }]);
    await answered(write({ method: "delete_comment", comment_id }));
    expect(await commentsOf(number)).toEqual([]);
  });

  it.each([
    ["labels", "name"],
    ["assignees", "login"],
  ])("adds, sets and takes away %s", async (method, field) => {
    const number = await anIssue();
    const [one, two] = method === "labels" ? ["bug", "security"] : ["ben", "rita"];
    const now = async () => (await issueAt(number))[method as "labels"].map((each) => each[field as "name"]).toSorted();
    const change = (operation: string, names: unknown[]) =>
      answered(write({ method, issue_number: number, operation, [method]: names }));
    await change("add", [one]);
    await change("add", [two]);
    expect(await now()).toEqual([one, two]);
    await change("remove", [one]);
    expect(await now()).toEqual([two]);
    await change("set", [one]);
    expect(await now()).toEqual([one]);
  });

  it("takes away all labels that are named, or none", async () => {
    const number = await anIssue();
    await answered(write({ method: "labels", issue_number: number, labels: ["bug", "security"] }));
    const input = { method: "labels", issue_number: number, operation: "remove" };
    const said = await refused({ ...input, labels: ["bug", "nope"] });
    expect(said).toContain(`acme/site#${number} has no label nope. It has bug, security. Nothing was changed.`);
    expect((await issueAt(number)).labels).toHaveLength(2);
    await answered(write({ ...input, labels: ["bug", "security"] }));
    expect((await issueAt(number)).labels).toEqual([]);
  });

  it("locks a conversation and unlocks it", async () => {
    const number = await anIssue();
    await answered(write({ method: "lock", issue_number: number, lock_reason: "resolved" }));
    expect((await issueAt(number)).locked).toBe(true);
    await answered(write({ method: "lock", issue_number: number, operation: "remove" }));
    expect((await issueAt(number)).locked).toBe(false);
  });

  it("takes parts and what is waited for away again", async () => {
    const [whole, part] = [await anIssue(), await anIssue()];
    for (const method of ["sub_issues", "dependencies"]) {
      const input = { method, issue_number: whole, related_issue: `${part}` };
      await answered(write(input));
      await answered(write({ ...input, operation: "remove" }));
    }
    expect(await ask("GET", `/${whole}/sub_issues`)).toEqual([]);
    expect(await ask("GET", `/${whole}/dependencies/blocked_by`)).toEqual([]);
  });

  it.each([
    [{ method: "create" }, "The method create needs title"],
    [{ method: "create", title: "x", milestone: 99 }, "milestone is not valid"],
    [{ method: "create", repo: "attic", title: "x" }, "is archived"],
    [{ method: "update", issue_number: 2 }, "needs something to change"],
    [{ method: "update", issue_number: 9999, title: "x" }, "acme/site#9999"],
    [{ method: "update", title: "x" }, "The method update needs issue_number"],
    [{ method: "comment", issue_number: 2 }, "The method comment needs body"],
    [{ method: "comment", issue_number: 9999, body: "x" }, "acme/site#9999"],
    [{ method: "edit_comment", comment_id: 9999, body: "x" }, "comment 9999 of acme/site"],
    [{ method: "delete_comment", comment_id: 9999 }, "comment 9999 of acme/site"],
    [{ method: "labels", issue_number: 2 }, "The method labels needs labels"],
    [{ method: "labels", issue_number: 9999, labels: ["bug"] }, "acme/site#9999"],
    [{ method: "lock", issue_number: 9999 }, "acme/site#9999"],
    [{ method: "sub_issues", issue_number: 2 }, "The method sub_issues needs related_issue"],
    [{ method: "sub_issues", issue_number: 2, related_issue: "x" }, "is no issue, as 12 or acme/site#12"],
    [{ method: "sub_issues", issue_number: 2, related_issue: "#9999" }, "GitHub does not know acme/site#9999"],
    [{ method: "dependencies", issue_number: 2, related_issue: "mallory/bait#1" }, "not among the repositories"],
  ])("refuses %o and says why", async (input, said) => {
    const fresh = await served.open({ as: "ada", argv: ["--repos", "acme/*"] });
    const { text, isError } = await fresh.callTool("github_issue_write", { ...site, ...input });
    expect([isError, text]).toEqual([true, expect.stringContaining(said)]);
  });

  it("shows in a dry run what each method would do, and does none of it", async () => {
    const number = await anIssue();
    const { id: comment_id } = await ask<Comment>("POST", `/${number}/comments`, { body: "Old" }, "mallory");
    const before = [await issueAt(number), await commentsOf(number)];
    const count = (await ask<readonly object[]>("GET", "?per_page=100")).length;
    const title = `Issue acme/site#${number} (open): Something\n\n`;
    for (const [input, said] of [
      [{ method: "create", title: "Planned" }, "Create an issue in acme/site\n\ntitle: Planned"],
      [{ method: "update", state: "closed" }, `${title}Update it:\n\nstate: closed`],
      [{ method: "comment", body: "New" }, `${title}Comment on it:\n\nNew`],
      [{ method: "edit_comment", comment_id, body: "New" }, "by mallory. It says:\n\nOld\n\nIt would say:\n\nNew"],
      [{ method: "delete_comment", comment_id }, "by mallory. It says:\n\nOld\n\nIt cannot be had back."],
      [{ method: "labels", labels: ["bug"], operation: "set" }, `${title}set the labels bug`],
      [{ method: "assignees", assignees: ["ben"] }, `${title}add the assignees ben`],
      [{ method: "lock" }, `${title}Lock it`],
      [{ method: "sub_issues", related_issue: "#2" }, `${title}add as a part of it:\n\nacme/site#2`],
      [{ method: "dependencies", related_issue: "#2" }, `${title}add as what it waits for:\n\nacme/site#2`],
    ] as const)
      expect((await answered(write({ issue_number: number, ...input, dry_run: true }))).text).toContain(said);
    expect([await issueAt(number), await commentsOf(number)]).toEqual(before);
    expect(await ask<readonly object[]>("GET", "?per_page=100")).toHaveLength(count);
  });

  it("changes what a dry run showed, and nothing that was changed since", async () => {
    const number = await anIssue();
    const input = { method: "update", issue_number: number, title: "Mine" };
    const { meta } = await answered(write({ ...input, dry_run: true }));
    await ask("PATCH", `/${number}`, { title: "Theirs" });
    expect(await refused({ ...input, expected_state: meta.state })).toContain("changed since the dry run");
    expect((await issueAt(number)).title).toBe("Theirs");
    const again = await answered(write({ ...input, dry_run: true }));
    await answered(write({ ...input, expected_state: again.meta.state }));
    expect((await issueAt(number)).title).toBe("Mine");
  });
});
