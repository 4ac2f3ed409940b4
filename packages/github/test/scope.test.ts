import type { Host } from "@drawbridge/testkit";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { answered, ServedGithub } from "./stand/served-github.ts";

const site = { owner: "acme", repo: "site" };
const vault = { owner: "acme", repo: "vault" };

let served: ServedGithub;
/** Held to the site. */
let held: Host;
/** May use all that ada may. */
let free: Host;

type Input = Readonly<Record<string, unknown>>;
const as = async (login: string, method: string, path: string, body?: unknown) =>
  (await served.stand.as(login, method, path, body)) as Record<string, unknown>;

beforeAll(async () => {
  served = await ServedGithub.start();
  await as("mallory", "POST", "/repos/acme/site/forks", {});
  const change = { message: "Change it", content: "eA==", branch: "main" };
  await as("mallory", "PUT", "/repos/mallory/site/contents/x.md", change);
  await as("mallory", "POST", "/repos/acme/site/pulls", { title: "Please", head: "mallory:main", base: "main" });
  const moat = await as("ada", "GET", "/repos/acme/vault/issues/1");
  await as("ada", "POST", "/repos/acme/site/issues/2/sub_issues", { sub_issue_id: moat.id });
  const comment = { path: "src/depth.ts", line: 1, side: "RIGHT", body: "Deeper?" };
  await as("ada", "POST", "/repos/acme/vault/pulls/2/reviews", { event: "COMMENT", comments: [comment] });
  const { object } = await as("ada", "GET", "/repos/acme/given-away/git/ref/heads/main");
  await as("ada", "POST", "/repos/acme/given-away/git/refs", {
    ref: "refs/heads/part",
    sha: (object as { sha: string }).sha,
  });
  await as("ada", "PUT", "/repos/acme/given-away/contents/x.md", { ...change, branch: "part" });
  await as("ada", "POST", "/repos/acme/given-away/pulls", { title: "Part", head: "part", base: "main" });
  held = await served.open({ as: "ada", argv: ["--repos", "acme/site"] });
  free = await served.open({ as: "ada" });
}, 60_000);
afterEach(() => expect(served.violations()).toEqual([]));
afterAll(() => served[Symbol.asyncDispose]());

const call = (host: Host, name: string, input: Input) => host.callTool(`github_${name}`, input);

async function refused(answer: ReturnType<typeof call>): Promise<string> {
  const { isError, text, meta } = await answer;
  expect(isError).toBe(true);
  expect(["refused", "invalid_input"]).toContain(meta.code);
  return text;
}

describe("--repos", () => {
  const tools: ReadonlyArray<readonly [string, Input]> = [
    ["get_repository", {}],
    ["list", { kind: "branches" }],
    ["tree", {}],
    ["read", { path: "README.md" }],
    ["get_commit", { ref: "main" }],
    ["compare", { base: "main", head: "main" }],
    ["commit", { branch: "main", message: "x", changes: [{ path: "x", content: "x" }] }],
    ["create_branch", { branch: "x" }],
    ["delete_branch", { branch: "deeper" }],
    ["issue_read", { issue_number: 1 }],
    ["issue_write", { method: "create", title: "x" }],
    ["pr_read", { pull_number: 2 }],
    ["pr_write", { method: "merge", pull_number: 2 }],
    ["review", { method: "create", pull_number: 2, body: "x" }],
    ["actions_read", { method: "runs" }],
    ["actions_write", { method: "cancel", run_id: 1 }],
  ];

  it("refuses every tool that is asked for another repository, before GitHub is asked anything", async () => {
    served.stand.requests.length = 0;
    for (const [name, input] of tools)
      expect(await refused(call(held, name, { ...vault, ...input }))).toContain("acme/vault");
    expect(served.stand.requests).toEqual([]);
  });

  it("lets those through that are asked for its own, in any case of letters", async () => {
    await answered(call(held, "read", { owner: "ACME", repo: "Site", path: "README.md" }));
    await answered(call(held, "list", { ...site, kind: "branches" }));
  });

  it("lets nobody step out by a name or a path", async () => {
    for (const at of [
      { owner: "..", repo: "user" },
      { owner: "acme", repo: ".." },
    ])
      await refused(call(free, "list", { ...at, kind: "issues" }));
    for (const path of [
      "../../vault/contents/README.md",
      "%2e%2e/%2e%2e/vault/contents/README.md",
      "..%2f..%2fvault",
    ]) {
      const { isError, text } = await call(held, "read", { ...site, path });
      expect([isError, text.includes("drawn")]).toEqual([true, false]);
    }
  });

  it("is asked about the repository that a name leads to now", async () => {
    const old = await served.open({ as: "ada", argv: ["--repos", "acme/old-name"] });
    const named = { owner: "acme", repo: "old-name" };
    expect(await refused(call(old, "get_repository", named))).toContain("acme/new-name");
    const both = await served.open({ as: "ada", argv: ["--repos", "acme/old-name,acme/new-name"] });
    expect((await answered(call(both, "get_repository", named))).structured).toMatchObject({
      full_name: "acme/new-name",
    });
  });

  const givenAway: ReadonlyArray<readonly [string, string, Input]> = [
    ["discussions", "discussions_read", { method: "categories" }],
    ["a pull request", "pr_read", { pull_number: 1 }],
    ["a new discussion", "discussions_write", { method: "create", title: "x", body: "x", category: "ideas" }],
  ];
  it.each(givenAway)("knows what a name leads to now where GraphQL alone is asked: %s", async (_, tool, input) => {
    const start = (repos: string) => served.open({ as: "ada", argv: ["--toolsets", "all", "--repos", repos] });
    const asked = { owner: "ada", repo: "given-away", ...input };
    expect(await refused(call(await start("ada/*"), tool, asked))).toContain("acme/given-away");
    await answered(call(await start("ada/*,acme/given-away"), tool, asked));
  });

  it("says nothing of other repositories in searches, not even how much there is", async () => {
    const kinds: ReadonlyArray<readonly [string, string, string]> = [
      ["issues", "moat", "digits"],
      ["pull_requests", "deeper", "negative"],
      ["code", "drawn", "add"],
      ["commits", "plan", "site"],
      ["repositories", "vault", "site"],
    ];
    for (const [kind, theirs, ours] of kinds) {
      const found = (await answered(call(held, "search", { kind, query: theirs }))).structured;
      // The stand takes no repo: in searches of repositories, and finds more: then there is no number at all.
      expect([kind, found]).toEqual([kind, kind === "repositories" ? { items: [] } : { total: 0, items: [] }]);
      const { items } = (await answered(call(held, "search", { kind, query: ours }))).structured as { items: object[] };
      expect(items.length).toBeGreaterThan(0);
      for (const item of items) expect(item).toMatchObject({ repository: "acme/site" });
    }
    served.stand.requests.length = 0;
    for (const query of [
      "moat repo:acme/vault",
      "moat REPO:acme/vault",
      "(moat) OR (digits)",
      '"moat',
      "moat org:acme",
    ])
      await refused(call(held, "search", { kind: "issues", query, limit: 1 }));
    expect(served.stand.requests).toEqual([]);
  });

  it("is not needed for what searches of everything find", async () => {
    expect((await answered(call(free, "search", { kind: "issues", query: "moat" }))).structured).toMatchObject({
      total: 1,
    });
    expect((await answered(call(held, "search", { kind: "users", query: "mallory" }))).structured).toMatchObject({
      total: 1,
    });
  });

  const showing: ReadonlyArray<readonly [string, string, Input, RegExp]> = [
    ["forks", "list", { kind: "forks" }, /mallory\/site/],
    ["the heads of pull requests in a list", "list", { kind: "pull_requests" }, /mallory:main/],
    ["the head of a pull request", "pr_read", { pull_number: 8 }, /mallory\/site/],
    ["issues that belong to an issue", "issue_read", { issue_number: 2, method: "sub_issues" }, /moat/],
  ];
  it.each(showing)("leaves out other repositories among %s", async (_, tool, input, other) => {
    expect((await answered(call(free, tool, { ...site, ...input }))).text).toMatch(other);
    expect((await answered(call(held, tool, { ...site, ...input }))).text).not.toMatch(other);
  });

  it("holds what GraphQL names by identifiers against it", async () => {
    const threadOf = async (at: Input, number: number) =>
      /thread (\S+)/.exec((await answered(call(free, "pr_read", { ...at, pull_number: number }))).text)?.[1];
    const [theirs, ours] = [await threadOf(vault, 2), await threadOf(site, 5)];
    const resolve = { ...site, method: "resolve", pull_number: 5 };
    expect(await refused(call(held, "review", { ...resolve, thread_id: theirs }))).toContain("has no thread");
    await answered(call(held, "review", { ...resolve, thread_id: ours }));
  });

  it("takes no pull request from a repository that is outside", async () => {
    const pull = { ...site, method: "create", title: "x", base: "main", head: "mallory:main" };
    expect(await refused(call(held, "pr_write", pull))).toContain("mallory/site");
  });
});

describe("--pin-first-repo", () => {
  it("holds everything to the first repository that was read", async () => {
    const host = await served.open({ as: "ada", argv: ["--pin-first-repo"] });
    const missing = await call(host, "get_repository", { owner: "acme", repo: "no-such" });
    expect(missing.meta.code).toBe("not_found");
    await answered(call(host, "search", { kind: "issues", query: "moat" }));
    await answered(call(host, "read", { ...site, path: "README.md" }));
    expect(await refused(call(host, "read", { ...vault, path: "README.md" }))).toContain("--pin-first-repo");
    await refused(call(host, "issue_write", { ...vault, method: "create", title: "x" }));
    expect((await answered(call(host, "search", { kind: "issues", query: "moat" }))).structured).toEqual({
      total: 0,
      items: [],
    });
    expect((await answered(call(host, "whoami", {}))).structured).toMatchObject({ repositories: ["acme/site"] });
    await answered(call(host, "issue_read", { ...site, issue_number: 2 }));
  });

  it("lets one of several calls that come at once touch a repository, and that one alone", async () => {
    const host = await served.open({ as: "ada", argv: ["--pin-first-repo"] });
    const answers = await Promise.all(
      ["site", "vault", "tools"].map((repo) => call(host, "read", { owner: "acme", repo, path: "README.md" })),
    );
    expect(answers.filter(({ isError }) => !isError)).toHaveLength(1);
  });

  it("stays within --repos", async () => {
    const host = await served.open({ as: "ada", argv: ["--pin-first-repo", "--repos", "acme/site,acme/tools"] });
    await refused(call(host, "read", { ...vault, path: "README.md" }));
    await answered(call(host, "read", { owner: "acme", repo: "tools", path: "README.md" }));
    await refused(call(host, "read", { ...site, path: "README.md" }));
  });
});
