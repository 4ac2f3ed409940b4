import type { Host } from "@drawbridge/testkit";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { answered, ServedGithub } from "./stand/served-github.ts";

let served: ServedGithub;
let ada: Host;

beforeAll(async () => {
  served = await ServedGithub.start();
  ada = await served.open({ as: "ada" });
});
afterAll(() => served[Symbol.asyncDispose]());
afterEach(() => {
  served.stand.calm();
  expect(served.violations()).toEqual([]);
});

const site = { owner: "acme", repo: "site" };

/** Where nothing more than the words of GitHub comes back, a model does not know what to do. */
const mistakes: readonly (readonly [what: string, tool: string, input: object, said: RegExp])[] = [
  [
    "an unknown owner",
    "github_get_repository",
    { owner: "nobody", repo: "x" },
    /does not know nobody\/x, or the token/,
  ],
  [
    "an unknown repository",
    "github_list",
    { owner: "acme", repo: "sight", kind: "branches" },
    /does not know branches of acme\/sight/,
  ],
  ["an unknown branch", "github_read", { ...site, path: "README.md", ref: "nope" }, /not_found: .*nope/],
  ["an unknown commit", "github_get_commit", { ...site, ref: "0".repeat(40) }, /^(not_found|invalid_input): .*0000000/],
  ["an unknown path", "github_read", { ...site, path: "src/nope.ts" }, /^not_found: .*src\/nope\.ts/],
  ["an unknown folder", "github_tree", { ...site, path: "nope" }, /^not_found: .*nope/],
  [
    "an unknown issue",
    "github_issue_read",
    { ...site, method: "get", issue_number: 9999 },
    /does not know issue acme\/site#9999/,
  ],
  ["an unknown pull request", "github_pr_read", { ...site, method: "files", pull_number: 9999 }, /not_found: .*9999/],
  [
    "an unknown pull request, by GraphQL",
    "github_pr_read",
    { ...site, method: "overview", pull_number: 9999 },
    /not_found: .*acme\/site/,
  ],
  ["an empty repository", "github_tree", { owner: "acme", repo: "empty" }, /empty/i],
  [
    "a change of what is archived",
    "github_issue_write",
    { owner: "acme", repo: "attic", method: "create", title: "x" },
    /archived: it can be read, and not changed/,
  ],
  [
    "a pull request of a branch that is not there",
    "github_pr_write",
    { ...site, method: "create", title: "x", head: "nope", base: "main" },
    /^invalid_input: .*head is not valid/,
  ],
  [
    "a pull request without commits",
    "github_pr_write",
    { ...site, method: "create", title: "x", head: "main", base: "main" },
    /^invalid_input: .*No commits between/,
  ],
  ["a branch that is there already", "github_create_branch", { ...site, branch: "main" }, /exists/],
  ["a branch to delete that is not there", "github_delete_branch", { ...site, branch: "nope" }, /nope/],
];

it.each(mistakes)("says what was wrong: %s", async (_, tool, input, said) => {
  const { isError, text } = await ada.callTool(tool, { ...input });
  expect([isError, text]).toEqual([true, expect.stringMatching(said)]);
});

describe("a repository that has another name by now", () => {
  it.each([
    ["was renamed", "acme/old-name", "acme/new-name"],
    ["was given away", "ada/given-away", "acme/given-away"],
  ])("is found where it %s", async (_, before, now) => {
    const [owner, repo] = before.split("/");
    const { structured } = await answered(ada.callTool("github_get_repository", { owner, repo }));
    expect(structured).toMatchObject({ full_name: now });
  });

  it("is changed where it is", async () => {
    const input = { owner: "acme", repo: "old-name", method: "create", title: "By its old name" };
    await answered(ada.callTool("github_issue_write", input));
    const issues = (await served.stand.as("ada", "GET", "/repos/acme/new-name/issues")) as { title: string }[];
    expect(issues.map(({ title }) => title)).toEqual(["By its old name"]);
  });

  it("is refused where the name that it has now may not be used", async () => {
    const held = await served.open({ as: "ada", argv: ["--repos", "ada/*"] });
    const { isError, text } = await held.callTool("github_get_repository", { owner: "ada", repo: "given-away" });
    expect([isError, text]).toEqual([true, expect.stringContaining("acme/given-away is not among the repositories")]);
  });
});

describe("a credential that does not do", () => {
  const get = (host: Host, repo = "vault") => host.callTool("github_get_repository", { owner: "acme", repo });
  const opened = (token: string) => served.open({ environment: { GITHUB_TOKEN: token } });
  const create = (host: Host, repo = "site") =>
    host.callTool("github_issue_write", { owner: "acme", repo, method: "create", title: "x" });

  it("is one that nobody has, or not any more", async () => {
    const token = served.stand.issue({ login: "ada", kind: "classic", scopes: ["repo"] });
    const host = await opened(token);
    await answered(get(host));
    served.stand.revoke(token);
    const { isError, text } = await get(host);
    expect([isError, text]).toEqual([true, expect.stringMatching(/^unauthorized: .*expired or been revoked/)]);
    expect(text).not.toContain(token);
  });

  it("lacks a scope, which is named", async () => {
    const host = await opened(served.stand.issue({ login: "ada", kind: "classic", scopes: ["gist"] }));
    expect((await get(host)).text).toContain("It needs the scope repo; it has gist.");
    expect((await create(host)).text).toContain("It needs the scope public_repo or repo; it has gist.");
  });

  it("lacks a permission, which is named", async () => {
    const permissions = { contents: "read" };
    const host = await opened(served.stand.issue({ login: "ada", kind: "fine-grained", permissions }));
    await answered(get(host));
    expect((await create(host, "vault")).text).toContain("It needs the permission issues=write.");
  });

  it("has not been through single sign-on, whose page is told", async () => {
    const host = await opened(
      served.stand.issue({ login: "ada", kind: "classic", scopes: ["repo"], needsSso: "acme" }),
    );
    expect((await get(host)).text).toContain("opens https://github.com/orgs/acme/sso?authorization_request=AZSCKL4B");
  });

  it("is none at all, with which public things can be read and nothing changed", async () => {
    const host = await served.open();
    await answered(get(host, "site"));
    expect((await get(host)).text).toContain("or it is not public. The server was started without a token");
    expect((await create(host)).text).toContain("a person starts it with GITHUB_TOKEN set");
  });
});
