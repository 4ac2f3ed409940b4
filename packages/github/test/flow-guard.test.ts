import type { Host } from "@drawbridge/testkit";
import { beforeAll, describe, expect, it } from "vitest";
import { guarded } from "./stand/guarded.ts";
import { answered } from "./stand/served-github.ts";

const guard = guarded();
const { site, vault, tools, secret, call, comment, issue, readIssue, readSite, readStranger, readVault, refused } =
  guard;

type Input = Readonly<Record<string, unknown>>;

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
    both = await guard.served.open({ as: "ada" });
    await answered(both.callTool("github_issue_read", { ...site, issue_number: 1 }));
    await answered(both.callTool("github_read", { ...vault, path: "README.md" }));
  });

  it.each(ways)("does not leave a private repository by %s", async (_, tool, input) => {
    guard.host = both;
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
        await answered(call("pr_read", { ...site, pull_number: 6 })),
      ],
    ],
  ];
  it.each(innocent)("%s, and comments in public", async (_, read) => {
    await read();
    await answered(comment());
  });

  it("reads what a member's runs said, and comments in public; a fork's is a stranger's", async () => {
    const { structured } = await answered(call("list", { ...site, kind: "workflows" }));
    expect(structured?.items).not.toEqual([]);
    const runs = (await guard.served.stand.as("ada", "GET", "/repos/acme/site/actions/runs")) as {
      workflow_runs: { id: number; conclusion: string; head_repository: object }[];
    };
    const run = runs.workflow_runs.find(({ conclusion }) => conclusion === "failure");
    const read = async (method: string) => answered(call("actions_read", { ...site, method, run_id: run?.id }));
    await answered(call("actions_read", { ...site, method: "runs" }));
    for (const method of ["jobs", "logs", "artifacts"]) await read(method);
    await readVault();
    await answered(comment());
    const fork = { full_name: "mallory/site", owner: { login: "mallory" } };
    const match = new RegExp(`/actions/runs/${run?.id}$`);
    guard.served.stand.disturb({ match, status: 200, body: { ...run, head_repository: fork } });
    await read("logs");
    await refused(() => comment());
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
    guard.host = await guard.served.open({ as: "ada", argv: ["--flow-guard", "off"] });
    await readStranger();
    await readVault();
    await answered(comment());
  });
});

describe("a look-up that fails", () => {
  /** Forbidden, not found, an error of GitHub's, a connection that is cut. */
  const statuses = [403, 404, 500, 0];
  const refusedWhile = async (match: RegExp, make = () => comment()) => {
    for (const status of statuses) {
      guard.served.stand.disturb({ match, method: "GET", status, times: 20 });
      await refused(make);
      guard.served.stand.calm();
    }
    await answered(make());
  };

  it("of an author's rights trusts nobody", async () => {
    await readIssue(await issue("ben", "Mine."));
    await readVault();
    await refusedWhile(/collaborators\/ben\/permission$/);
  });

  it("of what was read counts it as private", async () => {
    await answered(call("read", { owner: "mallory", repo: "bait", path: "README.md" }));
    await refusedWhile(/^\/repos\/mallory\/bait$/);
  });

  it("of where it would go counts it as public", async () => {
    await readStranger();
    await readVault();
    await refusedWhile(/^\/repos\/acme\/tools$/, () =>
      call("issue_write", { ...tools, method: "create", title: "Noted" }),
    );
  });
});

describe("how private a place is", () => {
  const internal = async (repo: string) => {
    const found = await guard.served.stand.as("ada", "GET", `/repos/acme/${repo}`);
    const body = { ...(found as object), visibility: "internal" };
    guard.served.stand.disturb({ match: new RegExp(`^/repos/acme/${repo}$`), status: 200, body, times: 20 });
  };
  const noteIn = (at: Input) => call("issue_write", { ...at, method: "create", title: "Noted" });

  it("ranks private above internal", async () => {
    await readStranger();
    await readVault();
    await internal("tools");
    await refused(() => noteIn(tools));
    await answered(noteIn(vault));
  });

  it("ranks internal above public", async () => {
    await readStranger();
    await answered(call("read", { ...tools, path: "README.md" }));
    await internal("tools");
    await refused(() => comment());
    await answered(noteIn(vault));
  });

  it("does not let what is private to one owner into another's", async () => {
    await guard.served.stand.as("ada", "POST", "/user/repos", { name: "diary", private: true, auto_init: true });
    const diary = { owner: "ada", repo: "diary" };
    await readStranger();
    await answered(call("read", { ...diary, path: "README.md" }));
    await refused(() => noteIn(vault));
    await answered(noteIn(diary));
  });

  it("is known of a private repository that was read by a name it no longer has", async () => {
    const plan = { name: "plan", private: true, auto_init: true };
    await guard.served.stand.as("ada", "POST", "/orgs/acme/repos", plan);
    await guard.served.stand.as("ada", "PATCH", "/repos/acme/plan", { name: "plan-b" });
    await readStranger();
    await answered(call("read", { owner: "acme", repo: "plan", path: "README.md" }));
    expect(await refused(() => comment())).toContain("acme/plan");
  });

  it("is the same for who may read it and not write it", async () => {
    guard.host = await guard.served.open({ as: "rita" });
    await readVault();
    await readSite();
    await answered(comment());
    await readStranger();
    await refused(() => comment());
  });

  it("does not make who lets somebody read something private a member", async () => {
    await guard.served.stand.as("mallory", "POST", "/user/repos", { name: "lure", private: true, auto_init: true });
    await guard.served.stand.as("mallory", "PUT", "/repos/mallory/lure/collaborators/ada", { permission: "pull" });
    await answered(call("read", { owner: "mallory", repo: "lure", path: "README.md" }));
    await readVault();
    await refused(() => comment());
  });
});
