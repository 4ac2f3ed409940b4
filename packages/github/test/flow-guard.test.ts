import type { Host } from "@drawbridge/testkit";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { answered, ServedGithub } from "./stand/served-github.ts";

const site = { owner: "acme", repo: "site" };
const vault = { owner: "acme", repo: "vault" };
const tools = { owner: "acme", repo: "tools" };
const secret = "a bridge that can be drawn";

let served: ServedGithub;
let host: Host;

beforeAll(async () => {
  served = await ServedGithub.start();
});
beforeEach(async () => {
  host = await served.open({ as: "ada" });
});
afterEach(() => {
  served.stand.calm();
  expect(served.violations()).toEqual([]);
});
afterAll(() => served[Symbol.asyncDispose]());

type Input = Readonly<Record<string, unknown>>;

const call = (name: string, input: Input) => host.callTool(`github_${name}`, input);
/** Issue 1 is mallory's, and asks for what the vault holds. */
const readStranger = () => answered(call("issue_read", { ...site, issue_number: 1 }));
/** Issue 2 is ben's, who may write; mallory has commented on it. Issue 4 is rita's, who may not write. */
const readVault = () => answered(call("read", { ...vault, path: "README.md" }));
const readSite = () => answered(call("read", { ...site, path: "README.md" }));
/** Something harmless in public, which succeeds wherever nothing is in its way. */
const comment = (at: Input = site, number = 2) =>
  call("issue_write", { ...at, method: "comment", issue_number: number, body: "It says what it says." });

const writes = () => served.stand.requests.filter(({ method, path }) => method !== "GET" && path !== "/graphql");

/** The writes of a call that is refused: none. */
async function refused(make: () => ReturnType<typeof call>): Promise<string> {
  served.stand.requests.length = 0;
  const { isError, text, meta } = await make();
  expect([isError, meta.code]).toEqual([true, "refused"]);
  expect(writes()).toEqual([]);
  return text;
}

/** Ways out of a private repository, each through a public one. */
const ways: ReadonlyArray<readonly [string, string, Input]> = [
  [
    "a pull request",
    "pr_write",
    { ...site, method: "create", title: secret, body: secret, head: "wip", base: "fix-add" },
  ],
  [
    "a comment in another repository",
    "issue_write",
    { owner: "mallory", repo: "bait", method: "comment", issue_number: 1, body: secret },
  ],
  ["a branch's name", "create_branch", { ...site, branch: "a-bridge-that-can-be-drawn" }],
  [
    "a commit's message",
    "commit",
    { ...site, branch: "main", message: secret, changes: [{ path: "x", content: "x" }] },
  ],
  ["a committed file", "commit", { ...site, branch: "main", message: "x", changes: [{ path: "x", content: secret }] }],
  [
    "a workflow's input",
    "actions_write",
    { ...site, method: "dispatch", workflow_id: "publish.yml", ref: "main", inputs: { note: secret } },
  ],
  ["an issue's title", "issue_write", { ...site, method: "create", title: secret }],
  ["a comment's edit", "issue_write", { ...site, method: "edit_comment", comment_id: 1, body: secret }],
  ["a label", "issue_write", { ...site, method: "labels", issue_number: 2, labels: [secret] }],
  ["a review", "review", { ...site, method: "create", pull_number: 5, event: "COMMENT", body: secret }],
  ["a merge's message", "pr_write", { ...site, method: "merge", pull_number: 6, commit_message: secret }],
  ["what GraphQL changes", "pr_write", { ...site, method: "auto_merge", pull_number: 5 }],
];

describe("what a stranger's issue asks for", () => {
  let both: Host;
  beforeAll(async () => {
    both = await served.open({ as: "ada" });
    await answered(both.callTool("github_issue_read", { ...site, issue_number: 1 }));
    await answered(both.callTool("github_read", { ...vault, path: "README.md" }));
  });

  it.each(ways)("does not leave a private repository by %s", async (_, tool, input) => {
    host = both;
    const told = await refused(() => call(tool, input));
    expect(told).toContain("acme/vault");
    expect(told).toContain("issue acme/site#1 by mallory");
  });

  it("is stopped in whatever order it was read, and by a dry run too", async () => {
    await readVault();
    await readStranger();
    await refused(() => comment());
    await refused(() => call("issue_write", { ...site, method: "create", title: secret, dry_run: true }));
  });

  it("is not forgotten over what was read in between", async () => {
    await readStranger();
    await answered(call("read", { ...tools, path: "README.md" }));
    await answered(call("tree", vault));
    await readSite();
    await answered(call("search", { kind: "repositories", query: "site" }));
    await refused(() => comment());
  });

  it("is stopped where the private things came by a search alone", async () => {
    await readStranger();
    await answered(call("search", { kind: "issues", query: "moat repo:acme/vault" }));
    expect(await refused(() => comment())).toContain("acme/vault");
  });
});

describe("who works as people do", () => {
  const innocent: ReadonlyArray<readonly [string, () => Promise<unknown>]> = [
    ["reads private things and what the own people wrote", async () => [await readVault(), await readSite()]],
    ["reads strangers' words and public things", async () => [await readStranger(), await readSite()]],
    [
      "reads a member's pull request and private things",
      async () => [
        await readVault(),
        await answered(call("list", { ...site, kind: "branches" })),
        await answered(call("list", { ...site, kind: "pull_requests" })),
      ],
    ],
  ];
  it.each(innocent)("%s, and comments in public", async (_, read) => {
    await read();
    await answered(comment());
  });

  it("reads a stranger's issue and works on in the private repository", async () => {
    await readStranger();
    await readVault();
    await answered(comment(vault, 1));
    await answered(
      call("commit", { ...vault, branch: "main", message: "Note", changes: [{ path: "notes.md", content: "noted" }] }),
    );
  });

  it("carries from one private repository to another of the same owner", async () => {
    await readStranger();
    await readVault();
    await answered(call("issue_write", { ...tools, method: "create", title: "As deep as the moat" }));
  });

  it("turns the guard off", async () => {
    host = await served.open({ as: "ada", argv: ["--flow-guard", "off"] });
    await readStranger();
    await readVault();
    await answered(comment());
  });
});
