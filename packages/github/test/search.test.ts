import type { Host } from "@drawbridge/testkit";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { committed } from "./stand/committed.ts";
import { answered, ServedGithub } from "./stand/served-github.ts";

const site = { owner: "acme", repo: "site" };

interface Item {
  readonly [field: string]: unknown;
}

let served: ServedGithub;
let host: Host;

beforeAll(async () => {
  served = await ServedGithub.start();
  host = await served.open({ as: "ada" });
  await served.stand.as("ada", "POST", "/repos/acme/site/deployments", { ref: "main", environment: "production" });
});

afterEach(() => expect(served.violations()).toEqual([]));
afterAll(() => served[Symbol.asyncDispose]());

const list = (input: object) => host.callTool("github_list", { ...site, ...input });
const search = (input: Readonly<Record<string, unknown>>) => host.callTool("github_search", input);
const itemsOf = (structured: unknown) => (structured as { items: Item[] }).items;

/** All pages of a list or a search. */
async function allOf(name: string, input: Readonly<Record<string, unknown>>): Promise<readonly Item[]> {
  const items: Item[] = [];
  for (let cursor: unknown; ; ) {
    const sent: Record<string, unknown> = { ...input, ...(cursor === undefined ? {} : { cursor }) };
    const { structured } = await answered(host.callTool(name, sent));
    items.push(...itemsOf(structured));
    cursor = structured?.nextCursor;
    if (cursor === undefined) return items;
  }
}

describe("github_list", () => {
  it.each([
    ["branches", { name: "fix-add", sha: expect.any(String) }],
    ["tags", { name: "v1.0.0", sha: expect.any(String) }],
    ["releases", { tag: "v1.2.0-rc.1", prerelease: true, author: "ada" }],
    ["commits", { message: "Show an example", author: "ben", sha: expect.any(String) }],
    ["issues", { number: 2, labels: ["bug"], author: "ben", comments: 3 }],
    ["pull_requests", { number: 7, draft: true, head: "acme:wip", base: "main" }],
    ["labels", { name: "security", color: "b60205", description: "About security" }],
    ["milestones", { number: 1, title: "1.2", open_issues: 1 }],
    ["contributors", { login: "ben", contributions: expect.any(Number) }],
    ["collaborators", { login: "ben", role: "write" }],
    ["languages", { name: "TypeScript", bytes: expect.any(Number) }],
    ["deployments", { environment: "production", ref: "main", creator: "ada" }],
    ["rulesets", { name: "Keep main", enforcement: "active", target: "branch" }],
    ["workflows", { name: "test", path: ".github/workflows/test.yml", state: "active" }],
    ["environments", { name: "production" }],
  ])("lists %s", async (kind, item) => {
    const { structured } = await answered(list({ kind }));
    expect(itemsOf(structured)).toContainEqual(expect.objectContaining(item));
  });

  it("lists forks, of those that may be used", async () => {
    await served.stand.as("mallory", "POST", "/repos/acme/site/forks", {});
    const held = await served.open({ as: "ada", argv: ["--repos", "acme/*"] });
    const forks = (by: Host) => answered(by.callTool("github_list", { ...site, kind: "forks" }));
    expect(itemsOf((await forks(held)).structured)).toEqual([]);
    const { structured } = await forks(host);
    expect(itemsOf(structured)).toMatchObject([{ full_name: "mallory/site" }]);
  });

  it.each([
    [{ kind: "issues", state: "closed" }, "number", [4]],
    [{ kind: "issues", labels: "bug" }, "number", [2]],
    [{ kind: "issues", creator: "mallory" }, "number", [1]],
    [{ kind: "issues", milestone: "1" }, "number", [2]],
    [{ kind: "pull_requests", head: "acme:wip" }, "number", [7]],
    [{ kind: "commits", path: "docs/guide.md", sha: "main", limit: 1 }, "message", ["Show an example"]],
    [{ kind: "releases", limit: 1 }, "tag", ["v1.2.0-rc.1", "v1.1.0", "v1.0.0"]],
  ])("filters %o", async (input, field, values) => {
    const items = await allOf("github_list", { ...site, ...input });
    expect(items.map((item) => item[field]).slice(0, values.length)).toEqual(values);
    if (!("limit" in input)) expect(items).toHaveLength(values.length);
  });

  it("gives every item once over its pages", async () => {
    for (let index = 0; index < 11; index += 1) await committed(served, `listed-${index}`, { "a.txt": `${index}\n` });
    const whole = await allOf("github_list", { ...site, kind: "branches", limit: 100 });
    const paged = await allOf("github_list", { ...site, kind: "branches", limit: 4 });
    expect(paged).toEqual(whole);
    expect(whole.length).toBeGreaterThan(11);
  });

  it("says of an empty repository that it has nothing yet", async () => {
    const empty = { owner: "acme", repo: "empty" };
    const commits = await list({ ...empty, kind: "commits" });
    expect([commits.isError, commits.text]).toEqual([
      true,
      expect.stringContaining("the repository has no commit yet"),
    ]);
    expect(itemsOf((await answered(list({ ...empty, kind: "branches" }))).structured)).toEqual([]);
    expect(itemsOf((await answered(list({ ...empty, kind: "contributors" }))).structured)).toEqual([]);
  });

  it.each([
    [{ kind: "branches", state: "open" }, "branches cannot be filtered by state. It takes protected."],
    [{ kind: "tags", since: "2026-01-01T00:00:00Z" }, "tags cannot be filtered by since. It takes none."],
    [{ kind: "branches", repo: "nope" }, "branches of acme/nope"],
    [{ kind: "commits", sha: "nope" }, "commits of acme/site"],
    [{ kind: "nope" }, "kind"],
  ])("refuses %o and says why", async (input, said) => {
    const { text, isError } = await list(input);
    expect([isError, text]).toEqual([true, expect.stringContaining(said)]);
  });
});

describe("github_search", () => {
  it.each([
    ["repositories", "site", { repository: "acme/site", visibility: "public" }],
    ["code", "add", { repository: "acme/site", path: "src/add.ts" }],
    ["issues", "sum", { repository: "acme/site", number: 1, author: "mallory" }],
    ["pull_requests", "add", { repository: "acme/site", number: 5, author: "ben" }],
    ["commits", "example", { repository: "acme/site", message: "Show an example" }],
    ["users", "ada", { login: "ada", type: "User" }],
    ["organizations", "acme", { login: "acme", type: "Organization" }],
    ["topics", "web", { name: "web" }],
  ])("finds %s", async (kind, query, hit) => {
    const { structured } = await answered(search({ kind, query }));
    expect(itemsOf(structured)).toContainEqual(expect.objectContaining(hit));
  });

  it("gives every hit once over its pages", async () => {
    const input = { kind: "issues", query: "repo:acme/site" };
    const whole = await allOf("github_search", { ...input, limit: 100 });
    expect(await allOf("github_search", { ...input, limit: 1 })).toEqual(whole);
    expect(whole.length).toBeGreaterThan(2);
  });

  it("says that nothing was found", async () => {
    const { structured } = await answered(search({ kind: "issues", query: "elephant" }));
    expect(structured).toEqual({ total: 0, items: [] });
  });

  it("says that a repository cannot be searched that is not there", async () => {
    const { text, isError } = await search({ kind: "issues", query: "repo:acme/nope x" });
    expect([isError, text]).toEqual([true, expect.stringContaining("cannot be searched either because")]);
    expect(text).toContain('a search for "repo:acme/nope x"');
  });
});
