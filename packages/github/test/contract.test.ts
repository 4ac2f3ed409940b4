import { fileURLToPath } from "node:url";
import { startGithub } from "@drawbridge/sandbox";
import { describeContract, inProcess, openHost } from "@drawbridge/testkit";
import { afterAll, expect, it } from "vitest";
import { github } from "../src/connector.ts";

const stand = await startGithub({ isPlenty: true });
afterAll(() => stand[Symbol.asyncDispose]());

const site = { owner: "acme", repo: "site" };
const at = "/repos/acme/site";
const as = (method: string, path: string, body?: unknown) => stand.as("ada", method, `${at}${path}`, body);
const shaOf = async (branch: string) =>
  ((await as("GET", `/git/ref/heads/${branch}`)) as { object: { sha: string } }).object.sha;
const exists = (branch: string) =>
  shaOf(branch).then(
    () => true,
    () => false,
  );
const main = await shaOf("main");
const environment = { GITHUB_TOKEN: stand.token("ada") };
const granted = ["--access", "full", "--confirm", "never", "--toolsets", "all"];
// What the guard stops has tests of its own; here one host makes all calls, one after the other.
const start = { argv: ["--host", stand.url, "--flow-guard", "off", ...granted], environment };

/** What is read page by page has to be long; what its differences show has to fit on a page, hunk by hunk. */
const lock = Array.from({ length: 60 }, (_, line) => `Line ${line} of what is long`);
const text = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join("");
const files = Array.from({ length: 25 }, (_, file) => ({
  path: `docs/chapters/chapter-${file}.md`,
  content: "A chapter\n",
}));
const { tree: base } = (await as("GET", `/git/commits/${main}`)) as { tree: { sha: string } };
const tree = (await as("POST", "/git/trees", {
  base_tree: base.sha,
  tree: [{ path: "package-lock.json", content: text(lock) }, ...files].map((file) => ({
    ...file,
    mode: "100644",
    type: "blob",
  })),
})) as { sha: string };
const longCommit = (await as("POST", "/git/commits", { message: "Say much", tree: tree.sha, parents: [main] })) as {
  sha: string;
};
await as("POST", "/git/refs", { ref: "refs/heads/long", sha: longCommit.sha });
const pull = (await as("POST", "/pulls", { title: "Say much", head: "long", base: "main" })) as { number: number };
const dispatch = { workflow_id: "publish.yml", ref: "main" };
for (let run = 0; run < 20; run++) await as("POST", "/actions/workflows/publish.yml/dispatches", { ref: "main" });

for (let line = 0; line < 60; line += 5) await changeLine(line);
const lines = Array.from({ length: 60 }, (_, line) => `Line ${line} of a gist\n`).join("");
const gist = (await stand.as("ada", "POST", "/gists", { files: { "long.md": { content: lines } } })) as { id: string };
for (const repo of ["vault", "tools", "attic", "empty", "new-name"])
  await stand.as("ada", "PUT", `/user/starred/acme/${repo}`);
for (let team = 0; team < 20; team++)
  await stand.as("ada", "POST", "/orgs/acme/teams", { name: `Keepers of part ${team}`, privacy: "closed" });

const maker = await openHost("2025-11-25, SDK 2", inProcess(github, start));
afterAll(() => maker.close());
for (let discussion = 0; discussion < 12; discussion++) {
  const title = `What is to become of part ${discussion} of the site?`;
  const input = { ...site, method: "create", category: "ideas", title, body: "Discuss." };
  await maker.callTool("github_discussions_write", input);
}

/** Commits another text of one line of the long file, so that it has a history. */
async function changeLine(line: number): Promise<void> {
  const parent = await shaOf("long");
  lock[line] = `Line ${line} is another now`;
  const { tree: now } = (await as("GET", `/git/commits/${parent}`)) as { tree: { sha: string } };
  const entry = { path: "package-lock.json", content: text(lock), mode: "100644", type: "blob" };
  const made = (await as("POST", "/git/trees", { base_tree: now.sha, tree: [entry] })) as { sha: string };
  const commit = { message: `Change line ${line}`, tree: made.sha, parents: [parent] };
  const { sha } = (await as("POST", "/git/commits", commit)) as { sha: string };
  await as("PATCH", "/git/refs/heads/long", { sha });
}

const removed = (name: string) =>
  stand.as("ada", "DELETE", `/repos/ada/${name}`).catch(() => "It was refused, and is not there");

/** Has a branch stand at a commit. */
async function place(branch: string, sha: string): Promise<void> {
  if (await exists(branch)) await as("PATCH", `/git/refs/heads/${branch}`, { sha, force: true });
  else await as("POST", "/git/refs", { ref: `refs/heads/${branch}`, sha });
}

describeContract({
  connector: github,
  cli: fileURLToPath(new URL("../dist/cli.js", import.meta.url)),
  start,
  unreachable: { argv: ["--host", "http://127.0.0.1:1", "--flow-guard", "off", ...granted], environment },
  calls: {
    github_whoami: [{}],
    github_search: [
      { kind: "issues", query: "repo:acme/site is:open" },
      { kind: "repositories", query: "site in:name org:acme", limit: 2 },
    ],
    github_get_repository: [site],
    github_list: [
      { ...site, kind: "issues", state: "all" },
      { ...site, kind: "branches" },
    ],
    github_tree: [
      { ...site, ref: "long" },
      { ...site, glob: "**/*.ts" },
    ],
    github_read: [
      { ...site, path: "package-lock.json", ref: "long" },
      { ...site, path: "src/add.ts" },
    ],
    github_get_commit: [{ ...site, ref: longCommit.sha }],
    github_compare: [{ ...site, base: "main", head: "long" }],
    github_commit: [
      {
        ...site,
        branch: "contract",
        message: "Write a note",
        changes: [{ path: "docs/contract.md", content: "A note of the contract\n" }],
      },
    ],
    github_create_branch: [{ ...site, branch: "contract-new", from: "main" }],
    github_delete_branch: [{ ...site, branch: "contract" }],
    github_issue_read: [{ ...site, issue_number: 2 }],
    github_issue_write: [{ ...site, method: "update", issue_number: 2, title: "Retitled by the contract" }],
    github_pr_read: [
      { ...site, method: "diff", pull_number: pull.number },
      { ...site, method: "overview", pull_number: 7 },
    ],
    github_pr_write: [{ ...site, method: "update", pull_number: 7, title: "Retitled by the contract" }],
    github_review: [{ ...site, method: "create", pull_number: 6, event: "COMMENT", body: "Seen by the contract" }],
    github_actions_read: [{ ...site, method: "runs" }],
    github_actions_write: [{ ...site, method: "dispatch", ...dispatch }],
    github_blame: [{ ...site, path: "package-lock.json", ref: "long" }],
    github_create_repository: [{ name: "contract-made", description: "Made by the contract" }],
    github_fork: [{ owner: "mallory", repo: "bait", name: "contract-fork" }],
    github_release: [{ ...site, method: "update", tag_name: "v1.2.0-rc.1", body: "Seen by the contract" }],
    github_alerts: [{ owner: "acme", repo: "tools", kind: "dependabot" }],
    github_advisories: [{}],
    github_discussions_read: [{ ...site, method: "list" }],
    github_discussions_write: [{ ...site, method: "comment", discussion_number: 101, body: "Said by the contract" }],
    github_gists_read: [{ method: "get", gist_id: gist.id }],
    github_gists_write: [{ method: "comment", gist_id: gist.id, body: "Said by the contract" }],
    github_notifications_read: [{ all: true }],
    github_notifications_write: [{ method: "mark_all_read", ...site }],
    github_projects_read: [{ method: "items", owner: "acme", project_number: 1 }],
    github_projects_write: [{ method: "add_note", owner: "acme", project_number: 2, title: "Noted by the contract" }],
    github_orgs: [
      { method: "teams", org: "acme" },
      { method: "members", org: "acme" },
    ],
    github_stars_read: [{}],
    github_stars_write: [{ ...site, method: "star" }],
    github_labels_write: [
      { ...site, kind: "label", method: "update", name: "bug", description: "Seen by the contract" },
    ],
  },
  prompts: {
    triage_issue: { ...site, issue_number: "2" },
    review_pull_request: { ...site, pull_number: "6", focus: "words" },
    write_release_notes: { ...site, previous_tag_name: "v1.0.0" },
    fix_failing_check: { ...site, pull_number: "5" },
  },
  subscription: {
    uri: "repo://acme/site/issues/3",
    change: async () => void (await as("PATCH", "/issues/3", { body: `Everything is fine at ${performance.now()}.` })),
  },
  async state() {
    const branches = (await as("GET", "/branches?per_page=100")) as { name: string; commit: { sha: string } }[];
    const issues = (await as("GET", "/issues?state=all&per_page=100")) as { number: number; title: string }[];
    const reviews = (await as("GET", "/pulls/6/reviews")) as unknown[];
    const list = async (path: string) => ((await stand.as("ada", "GET", path)) as unknown[]).length;
    return {
      repositories: await list("/user/repos?per_page=100"),
      gistComments: await list(`/gists/${gist.id}/comments`),
      labels: await as("GET", "/labels?per_page=100"),
      branches: branches.map(({ name, commit }) => `${name} ${commit.sha}`).sort(),
      issues: issues.map(({ number, title }) => `${number} ${title}`).sort(),
      reviews: reviews.length,
    };
  },
  async restore() {
    // What was not written to is as it was.
    const written = stand.requests.splice(0).filter(({ method }) => method !== "GET");
    const isTouched = (part: RegExp) => written.some(({ path }) => part.test(path));
    if (!(await exists("contract")) || isTouched(/git\/refs/)) await place("contract", main);
    if (isTouched(/git\/refs/) && (await exists("contract-new"))) await as("DELETE", "/git/refs/heads/contract-new");
    if (isTouched(/^\/user\/repos$/)) await removed("contract-made");
    if (isTouched(/\/forks$/)) await removed("contract-fork");
    if (isTouched(/\/issues\/2$/)) await as("PATCH", "/issues/2", { title: "Sums of negative numbers are wrong" });
    if (isTouched(/\/pulls\/7$/)) await as("PATCH", "/pulls/7", { title: "Not ready" });
  },
  knownNames: [
    "owner",
    "repo",
    "issue_number",
    "pull_number",
    "title",
    "body",
    "name",
    "description",
    "limit",
    "sort",
    "direction",
  ],
  checkTimeout: 120_000,
  // Of all sets; the test of toolsets holds what is listed as started.
  toolListBytes: 51_000,
});

it("asks, and is answered, as GitHub's own description has it", () => {
  expect(stand.violations).toEqual([]);
});
