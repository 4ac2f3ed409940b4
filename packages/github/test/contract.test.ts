import { fileURLToPath } from "node:url";
import { startGithub } from "@drawbridge/sandbox";
import { describeContract } from "@drawbridge/testkit";
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
const granted = ["--access", "full", "--confirm", "never"];

/** What is read page by page has to be long. */
const long = Array.from({ length: 60 }, (_, line) => `Line ${line} of what is long\n`).join("");
const files = Array.from({ length: 25 }, (_, file) => ({
  path: `docs/chapters/chapter-${file}.md`,
  content: "A chapter\n",
}));
const { tree: base } = (await as("GET", `/git/commits/${main}`)) as { tree: { sha: string } };
const tree = (await as("POST", "/git/trees", {
  base_tree: base.sha,
  tree: [{ path: "docs/long.md", content: long }, ...files].map((file) => ({ ...file, mode: "100644", type: "blob" })),
})) as { sha: string };
const longCommit = (await as("POST", "/git/commits", { message: "Say much", tree: tree.sha, parents: [main] })) as {
  sha: string;
};
await as("POST", "/git/refs", { ref: "refs/heads/long", sha: longCommit.sha });
const pull = (await as("POST", "/pulls", { title: "Say much", head: "long", base: "main" })) as { number: number };
const dispatch = { workflow_id: "publish.yml", ref: "main" };
for (let run = 0; run < 20; run++) await as("POST", "/actions/workflows/publish.yml/dispatches", { ref: "main" });

/** Has a branch stand at a commit. */
async function place(branch: string, sha: string): Promise<void> {
  if (await exists(branch)) await as("PATCH", `/git/refs/heads/${branch}`, { sha, force: true });
  else await as("POST", "/git/refs", { ref: `refs/heads/${branch}`, sha });
}

describeContract({
  connector: github,
  cli: fileURLToPath(new URL("../dist/cli.js", import.meta.url)),
  start: { argv: ["--host", stand.url, ...granted], environment },
  unreachable: { argv: ["--host", "http://127.0.0.1:1", ...granted], environment },
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
      { ...site, path: "docs/long.md", ref: "long" },
      { ...site, path: "src/add.ts" },
    ],
    github_get_commit: [{ ...site, ref: "long" }],
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
      { ...site, method: "overview", pull_number: 5 },
    ],
    github_pr_write: [{ ...site, method: "update", pull_number: 7, title: "Retitled by the contract" }],
    github_review: [{ ...site, method: "create", pull_number: 6, event: "COMMENT", body: "Seen by the contract" }],
    github_actions_read: [{ ...site, method: "runs" }],
    github_actions_write: [{ ...site, method: "dispatch", ...dispatch }],
  },
  async state() {
    const branches = (await as("GET", "/branches?per_page=100")) as { name: string; commit: { sha: string } }[];
    const issues = (await as("GET", "/issues?state=all&per_page=100")) as { number: number; title: string }[];
    const reviews = (await as("GET", "/pulls/6/reviews")) as unknown[];
    return {
      branches: branches.map(({ name, commit }) => `${name} ${commit.sha}`).sort(),
      issues: issues.map(({ number, title }) => `${number} ${title}`).sort(),
      reviews: reviews.length,
    };
  },
  async restore() {
    // What only read has left everything as it was.
    if (stand.requests.splice(0).every(({ method }) => method === "GET")) return;
    await place("contract", main);
    if (await exists("contract-new")) await as("DELETE", "/git/refs/heads/contract-new");
    await as("PATCH", "/issues/2", { title: "Sums of negative numbers are wrong" });
    await as("PATCH", "/pulls/7", { title: "Not ready" });
  },
  checkTimeout: 120_000,
  toolListBytes: 31_000,
});

it("asks, and is answered, as GitHub's own description has it", () => {
  expect(stand.violations).toEqual([]);
});
