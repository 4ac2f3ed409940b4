import type { Host } from "@drawbridge/testkit";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { answered, ServedGithub } from "./stand/served-github.ts";

let served: ServedGithub;
let host: Host;
beforeAll(async () => {
  served = await ServedGithub.start();
  host = await served.open({ as: "ada", argv: ["--repos", "acme/*"] });
});
afterEach(() => expect(served.violations()).toEqual([]));
afterAll(() => served[Symbol.asyncDispose]());

const site = { owner: "acme", repo: "site" };
const as = (login: string, method: string, path: string, body?: unknown) =>
  served.stand.as(login, method, path, body) as Promise<Record<string, unknown>>;
const read = async (input: Record<string, unknown>, by = host) =>
  (await answered(by.callTool("github_issue_read", { ...site, ...input }))).text;
const write = (input: Record<string, unknown>, by = host) => by.callTool("github_issue_write", { ...site, ...input });

async function issue(repo = "site", login = "ada"): Promise<number> {
  return (await as(login, "POST", `/repos/acme/${repo}/issues`, { title: `In ${repo}`, body: "" })).number as number;
}
const stands = (number: number) => as("ada", "GET", `/repos/acme/site/issues/${number}`);

describe("github_issue_write", () => {
  it("creates one and changes it", async () => {
    const { meta } = await answered(write({ method: "create", title: "Dig", labels: ["bug"], assignees: ["ben"] }));
    const issue_number = meta.number as number;
    await answered(
      write({ method: "update", issue_number, milestone: 1, state: "closed", state_reason: "not_planned" }),
    );
    expect(await stands(issue_number)).toMatchObject({
      ...{ title: "Dig", state: "closed", state_reason: "not_planned", labels: [{ name: "bug" }] },
      ...{ assignees: [{ login: "ben" }], milestone: { number: 1 } },
    });
    await answered(write({ method: "update", issue_number, milestone: null }));
    expect(await stands(issue_number)).toMatchObject({ milestone: null });
  });

  it("comments, edits and deletes a comment", async () => {
    const issue_number = await issue();
    const { meta } = await answered(write({ method: "comment", issue_number, body: "First" }));
    await answered(write({ method: "edit_comment", comment_id: meta.comment, body: "Second" }));
    expect(await read({ issue_number })).toContain("Second");
    await answered(write({ method: "delete_comment", comment_id: meta.comment }));
    expect(await read({ issue_number })).not.toContain("Second");
  });

  it("adds, removes and sets labels and assignees", async () => {
    const issue_number = await issue();
    const names = async () => {
      const { labels, assignees } = (await stands(issue_number)) as Record<string, { name: string; login: string }[]>;
      return [labels?.map(({ name }) => name), assignees?.map(({ login }) => login)];
    };
    await answered(write({ method: "labels", issue_number, labels: ["bug", "security"] }));
    await answered(write({ method: "labels", issue_number, labels: ["bug"], operation: "remove" }));
    await answered(write({ method: "assignees", issue_number, assignees: ["ben", "ada"] }));
    await answered(write({ method: "assignees", issue_number, assignees: ["ben"], operation: "remove" }));
    expect(await names()).toEqual([["security"], ["ada"]]);
    await answered(write({ method: "labels", issue_number, labels: ["documentation"], operation: "set" }));
    await answered(write({ method: "assignees", issue_number, assignees: ["rita"], operation: "set" }));
    expect(await names()).toEqual([["documentation"], ["rita"]]);
  });

  it("locks and unlocks one", async () => {
    const issue_number = await issue();
    await answered(write({ method: "lock", issue_number, lock_reason: "resolved" }));
    expect(await stands(issue_number)).toMatchObject({ locked: true });
    await answered(write({ method: "lock", issue_number, operation: "remove" }));
    expect(await stands(issue_number)).toMatchObject({ locked: false });
  });

  it("makes one a part of another, and one wait for another, by their numbers", async () => {
    const [whole, part] = [await issue(), await issue()];
    await answered(write({ method: "sub_issues", issue_number: whole, related_issue: String(part) }));
    expect(await read({ method: "sub_issues", issue_number: whole })).toContain(`acme/site#${part}`);
    await answered(
      write({ method: "sub_issues", issue_number: whole, related_issue: `#${part}`, operation: "remove" }),
    );
    expect(await read({ method: "sub_issues", issue_number: whole })).not.toContain(`#${part}`);
    const elsewhere = `acme/tools#${await issue("tools")}`;
    await answered(write({ method: "dependencies", issue_number: whole, related_issue: elsewhere }));
    expect(await read({ method: "dependencies", issue_number: whole })).toMatch(new RegExp(`Waits for:\n${elsewhere}`));
    await answered(
      write({ method: "dependencies", issue_number: whole, related_issue: elsewhere, operation: "remove" }),
    );
    expect(await read({ method: "dependencies", issue_number: whole })).not.toContain(elsewhere);
  });

  it("shows what it would do, and does not where the issue is another by then", async () => {
    const issue_number = await issue();
    const input = { method: "update", issue_number, title: "Dig deeper" };
    const { text } = await answered(write({ ...input, dry_run: true }));
    expect(text).toContain("title: Dig deeper");
    await as("ben", "PATCH", `/repos/acme/site/issues/${issue_number}`, { state: "closed" });
    const answer = await write({ ...input, expected_state: /state: ([0-9a-f]{64})/.exec(text)?.[1] });
    expect([answer.isError, answer.meta.code]).toEqual([true, "conflict"]);
  });

  it.each([
    ["a comment without its text", { method: "comment", issue_number: 2 }, "needs body"],
    ["a change of nothing", { method: "update", issue_number: 2 }, "something to change"],
    [
      "a part outside of --repos",
      { method: "sub_issues", issue_number: 2, related_issue: "mallory/bait#1" },
      "--repos",
    ],
    ["a part that is no issue", { method: "sub_issues", issue_number: 2, related_issue: "all" }, "is no issue"],
    [
      "parts as a set",
      { method: "sub_issues", issue_number: 2, related_issue: "4", operation: "set" },
      "add and remove",
    ],
    ["an issue that is not there", { method: "lock", issue_number: 999 }, "acme/site#999"],
    [
      "a label that is not there",
      { method: "labels", issue_number: 2, labels: ["no"], operation: "remove" },
      "label no",
    ],
  ])("refuses %s", async (_, input, said) => {
    const { isError, text } = await write(input);
    expect([isError, text]).toEqual([true, expect.stringContaining(said)]);
  });
});

describe("github_issue_read", () => {
  it("tells what happened, to members and in the order of time", async () => {
    const issue_number = await issue();
    await answered(write({ method: "labels", issue_number, labels: ["bug"] }));
    await answered(write({ method: "update", issue_number, state: "closed" }));
    expect(await read({ method: "timeline", issue_number })).toMatch(/labeled by ada bug.*closed by ada/s);
  });

  it("shows of parts and of what is waited for only what --repos leaves in", async () => {
    const issue_number = await issue();
    const elsewhere = `acme/tools#${await issue("tools")}`;
    for (const method of ["sub_issues", "dependencies"])
      await answered(write({ method, issue_number, related_issue: elsewhere }));
    const held = await served.open({ as: "ada", argv: ["--repos", "acme/site"] });
    for (const method of ["sub_issues", "dependencies"]) {
      expect(await read({ method, issue_number })).toContain(elsewhere);
      expect(await read({ method, issue_number }, held)).not.toContain("tools");
    }
  });

  it("has read the private issues that a public one names", async () => {
    const issue_number = await issue();
    await answered(write({ method: "dependencies", issue_number, related_issue: "acme/vault#1" }));
    const misled = await served.open({ as: "ada" });
    await read({ issue_number: 1 }, misled);
    await read({ method: "dependencies", issue_number }, misled);
    const refused = await write({ method: "comment", issue_number: 1, body: "How deep is the moat?" }, misled);
    expect([refused.isError, refused.text]).toEqual([true, expect.stringContaining("acme/vault")]);
    const working = await served.open({ as: "ada" });
    await read({ issue_number: 1 }, working);
    await answered(write({ method: "comment", issue_number: 1, body: "We look at it." }, working));
  });
});

describe("github_list", () => {
  const list = async (input: Record<string, unknown>) =>
    (await answered(host.callTool("github_list", { ...site, ...input }))).structured?.items as Record<
      string,
      unknown
    >[];

  beforeAll(async () => {
    const deployment = { ref: "main", environment: "production", required_contexts: [], auto_merge: false };
    await as("ada", "POST", "/repos/acme/site/deployments", deployment);
  });

  it.each([
    ["branches", { name: "main", sha: expect.any(String) }],
    ["tags", { name: "v1.0.0" }],
    ["releases", { tag: "v1.2.0-rc.1", prerelease: true }],
    ["commits", { message: "Show an example", author: "ben" }],
    ["issues", { number: 2, author: "ben" }],
    ["pull_requests", { number: 6, author: "olga" }],
    ["labels", { name: "bug", color: "d73a4a" }],
    ["milestones", { number: 1, title: "1.2" }],
    ["contributors", { login: "ben" }],
    ["collaborators", { login: "olga" }],
    ["assignees", { login: "ben" }],
    ["languages", { name: "TypeScript" }],
    ["deployments", { environment: "production", ref: "main" }],
    ["environments", { name: "production" }],
    ["rulesets", { name: "Keep main", enforcement: "active" }],
    ["workflows", { path: expect.stringContaining(".github/workflows/") }],
  ])("lists %s", async (kind, one) => {
    expect(await list({ kind, limit: 100 })).toContainEqual(expect.objectContaining(one));
  });

  it("lists nothing where there is nothing", async () => {
    expect(await list({ kind: "forks" })).toEqual([]);
  });

  it("says which filters a kind takes", async () => {
    const { isError, text } = await host.callTool("github_list", { ...site, kind: "branches", author: "ada" });
    expect([isError, text]).toEqual([true, expect.stringContaining("It takes protected")]);
  });
});
