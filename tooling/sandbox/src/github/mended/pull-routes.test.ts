import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type Asking, asking } from "../asking.ts";
import { type StartedGithub, startGithub } from "../start-github.ts";

let github: StartedGithub;
let ask: Asking;

beforeAll(async () => {
  github = await startGithub();
  ask = asking(github);
});

afterAll(() => github[Symbol.asyncDispose]());

afterEach(() => {
  github.calm();
  expect(github.violations.splice(0)).toEqual([]);
});

it("tells of a pull request what it changes", async () => {
  const { body: pull } = await ask("/repos/acme/site/pulls/5");
  expect(pull).toMatchObject({ additions: 1, deletions: 1, changed_files: 1, commits: 1 });
  const { body: files } = await ask("/repos/acme/site/pulls/5/files");
  expect(files[0].patch).toContain("+  return Math.abs(a) + Math.abs(b);");
  const { body: diff } = await ask("/repos/acme/site/pulls/5", { headers: { accept: "application/vnd.github.diff" } });
  expect(diff).toContain("diff --git a/src/add.ts b/src/add.ts\n");
});

it("tells the checks of a branch by its name", async () => {
  const { body } = await ask("/repos/acme/site/commits/fix-add/check-runs");
  expect(body.check_runs.map(({ conclusion }: { conclusion: string }) => conclusion).sort()).toEqual([
    "failure",
    "success",
  ]);
});

it("keeps what a failed job printed where its check says", async () => {
  const { body: checks } = await ask("/repos/acme/site/commits/fix-add/check-runs?check_name=test");
  const answered = await ask(`/repos/acme/site/actions/jobs/${checks.check_runs[0].id}/logs`);
  expect(answered.status).toBe(302);
  const log = await fetch(answered.headers.get("location") ?? "");
  expect((await log.text()).split("\n").findIndex((line) => line.includes("AssertionError"))).toBe(202);
});

it("starts what a workflow takes inputs for, and nothing else", async () => {
  const dispatch = (file: string, inputs: object) =>
    ask(`/repos/acme/site/actions/workflows/${file}/dispatches`, { method: "POST", body: { ref: "main", inputs } });
  expect((await dispatch("publish.yml", { note: "Now" })).status).toBe(204);
  expect((await dispatch("publish.yml", { other: "Now" })).status).toBe(422);
  expect((await dispatch("test.yml", {})).status).toBe(422);
});

it("takes a comment on a line that the pull request changes, and an answer to it", async () => {
  const body = { body: "Why?", path: "src/add.ts", line: 3, side: "RIGHT", commit_id: "" };
  const { head } = (await ask("/repos/acme/site/pulls/5")).body;
  const made = await ask("/repos/acme/site/pulls/5/comments", {
    method: "POST",
    body: { ...body, commit_id: head.sha },
  });
  expect([made.status, made.body.diff_hunk]).toEqual([201, expect.stringContaining("@@")]);
  const answer = await ask(`/repos/acme/site/pulls/5/comments/${made.body.id}/replies`, {
    method: "POST",
    body: { body: "So." },
  });
  expect([answer.status, answer.body.in_reply_to_id]).toEqual([201, made.body.id]);
  const far = await ask("/repos/acme/site/pulls/5/comments", {
    method: "POST",
    body: { ...body, line: 300, commit_id: head.sha },
  });
  expect([far.status, far.body.errors[0].message]).toEqual([422, expect.stringContaining("must be part of the diff")]);
});

it("merges as git does: with what the base has beside, and not where both changed a file", async () => {
  const at = "/repos/acme/tools";
  const put = (path: string, text: string, branch: string) =>
    ask(`${at}/contents/${path}`, {
      method: "PUT",
      body: { message: "m", content: Buffer.from(text).toString("base64"), branch },
    });
  const { object } = (await ask(`${at}/git/ref/heads/main`)).body;
  for (const branch of ["one", "two"])
    await ask(`${at}/git/refs`, { method: "POST", body: { ref: `refs/heads/${branch}`, sha: object.sha } });
  await put("one.txt", "1", "one");
  await put("one.txt", "2", "two");
  const one = (await ask(`${at}/pulls`, { method: "POST", body: { title: "One", head: "one", base: "main" } })).body;
  const two = (await ask(`${at}/pulls`, { method: "POST", body: { title: "Two", head: "two", base: "main" } })).body;
  await put("beside.txt", "b", "main");
  expect((await ask(`${at}/pulls/${one.number}/merge`, { method: "PUT", body: { sha: object.sha } })).status).toBe(409);
  expect((await ask(`${at}/pulls/${one.number}/merge`, { method: "PUT", body: {} })).body.merged).toBe(true);
  const names = (await ask(`${at}/contents`)).body.map(({ name }: { name: string }) => name);
  expect(names).toEqual(expect.arrayContaining(["beside.txt", "one.txt"]));
  expect((await ask(`${at}/pulls/${two.number}`)).body.mergeable_state).toBe("dirty");
  expect((await ask(`${at}/pulls/${two.number}/merge`, { method: "PUT", body: {} })).status).toBe(405);
});

it("takes a pull request from a stranger's fork, with the history that both share", async () => {
  const token = github.token("mallory");
  expect((await ask("/repos/acme/site/forks", { token, method: "POST", body: {} })).status).toBe(202);
  const file = { message: "Add", content: "aGk=", branch: "main" };
  await ask("/repos/mallory/site/contents/from-outside.md", { token, method: "PUT", body: file });
  const body = { title: "From outside", head: "mallory:main", base: "main" };
  const { body: pull } = await ask("/repos/acme/site/pulls", { token, method: "POST", body });
  expect([pull.head.repo.full_name, pull.author_association]).toEqual(["mallory/site", "NONE"]);
  const { body: files } = await ask(`/repos/acme/site/pulls/${pull.number}/files`);
  expect(files.map(({ filename }: { filename: string }) => filename)).toEqual(["from-outside.md"]);
  const again = await ask("/repos/acme/site/pulls", { token, method: "POST", body });
  expect(again.body.errors[0].message).toBe("A pull request already exists for mallory:main.");
});

it("lists more files than a comparison has, and refuses their diff as too large", async () => {
  const at = "/repos/acme/tools";
  const head = (await ask(`${at}/commits/main`)).body;
  const tree = Array.from({ length: 310 }, (_, index) => ({
    path: `many/${index}.txt`,
    mode: "100644",
    type: "blob",
    content: `${index}\n`,
  }));
  const { sha } = (await ask(`${at}/git/trees`, { method: "POST", body: { base_tree: head.commit.tree.sha, tree } }))
    .body;
  const commit = (
    await ask(`${at}/git/commits`, { method: "POST", body: { message: "Many", tree: sha, parents: [head.sha] } })
  ).body;
  await ask(`${at}/git/refs`, { method: "POST", body: { ref: "refs/heads/many", sha: commit.sha } });
  const { number } = (await ask(`${at}/pulls`, { method: "POST", body: { title: "Many", head: "many", base: "main" } }))
    .body;
  const last = await ask(`${at}/pulls/${number}/files?per_page=100&page=4`);
  expect([last.body.length, last.body[0].patch]).toEqual([10, expect.stringContaining("@@ -0,0 +1 @@")]);
  expect((await ask(`${at}/pulls/${number}`, { headers: { accept: "application/vnd.github.diff" } })).status).toBe(406);
});
