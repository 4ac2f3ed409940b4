import { createHash } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type StartedGithub, startGithub } from "./start-github.ts";

let github: StartedGithub;

beforeAll(async () => {
  github = await startGithub();
});

afterAll(() => github[Symbol.asyncDispose]());

afterEach(() => {
  const found = github.violations.splice(0);
  github.calm();
  expect(found).toEqual([]);
});

interface Asked {
  readonly token?: string | undefined;
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

// biome-ignore lint/suspicious/noExplicitAny: answers are read field by field
type Told = { readonly status: number; readonly headers: Headers; readonly body: any };

async function ask(
  path: string,
  { token = github.token("ada"), method = "GET", body, headers }: Asked = {},
): Promise<Told> {
  const answered = await fetch(`${github.url}${path}`, {
    method,
    redirect: "manual",
    headers: { ...(token === "" ? {} : { authorization: `Bearer ${token}` }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answered.text();
  const isJson = answered.headers.get("content-type")?.includes("json") && text !== "";
  return { status: answered.status, headers: answered.headers, body: isJson ? JSON.parse(text) : text };
}

it("refuses a token that nobody has, and lets anybody read what is public", async () => {
  expect(await ask("/user", { token: "ghp_nobodys" })).toMatchObject({
    status: 401,
    body: { message: "Bad credentials" },
  });
  expect((await ask("/repos/acme/site", { token: "" })).status).toBe(200);
});

it("hides what is private from strangers, by scope too", async () => {
  const token = github.token("mallory");
  for (const path of ["/repos/acme/vault", "/repos/acme/vault/issues/1", "/repos/acme/vault/contents/README.md"])
    expect((await ask(path, { token })).status).toBe(404);
  const narrow = github.issue({ login: "ada", kind: "classic", scopes: ["public_repo"] });
  const hidden = await ask("/repos/acme/vault", { token: narrow });
  expect([hidden.status, hidden.headers.get("x-accepted-oauth-scopes")]).toEqual([404, "repo"]);
});

it("names the permission that a fine-grained token lacks", async () => {
  const token = github.issue({ login: "ada", kind: "fine-grained", permissions: { contents: "read" } });
  expect((await ask("/repos/acme/vault/contents/README.md", { token })).status).toBe(200);
  const refused = await ask("/repos/acme/vault/issues", { token, method: "POST", body: { title: "x" } });
  expect(refused.body.message).toBe("Resource not accessible by personal access token");
  expect(refused.headers.get("x-accepted-github-permissions")).toBe("issues=write");
});

it("asks for single sign-on where a token has not been through it", async () => {
  const token = github.issue({ login: "ada", kind: "classic", scopes: ["repo"], needsSso: "acme" });
  const refused = await ask("/repos/acme/vault", { token });
  expect([refused.status, refused.headers.get("x-github-sso")]).toEqual([
    403,
    expect.stringContaining("required; url="),
  ]);
});

it("takes nothing from the allowance for what has not changed", async () => {
  const token = github.issue({ login: "ada", kind: "classic", scopes: ["repo"] });
  const first = await ask("/repos/acme/site", { token });
  const again = await ask("/repos/acme/site", { token, headers: { "if-none-match": first.headers.get("etag") ?? "" } });
  expect([again.status, again.headers.get("x-ratelimit-used"), github.rate(token).used]).toEqual([304, "1", 1]);
  expect(github.requests.at(-1)).toMatchObject({ status: 304, cost: 0, isConditional: true });
});

it("makes the storms that it is told to, and carries out what it then forgets to answer", async () => {
  const headers = { "retry-after": "1" };
  github.disturb({ match: /\/issues$/, status: 403, headers, message: "You have exceeded a secondary rate limit." });
  const refused = await ask("/repos/acme/site/issues");
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([403, "1"]);
  github.disturb({ method: "POST", status: 0, afterwards: true });
  await expect(
    ask("/repos/acme/tools/issues", { method: "POST", body: { title: "Lost on the way" } }),
  ).rejects.toThrow();
  expect((await ask("/repos/acme/tools/issues")).body.map(({ title }: { title: string }) => title)).toEqual([
    "Lost on the way",
  ]);
});

it("knows what somebody may do, a stranger too", async () => {
  const permission = async (repo: string, login: string) =>
    (await ask(`/repos/acme/${repo}/collaborators/${encodeURIComponent(login)}/permission`)).body.permission;
  expect(await permission("site", "ben")).toBe("write");
  expect(await permission("site", "olga")).toBe("write");
  expect(await permission("site", "mallory")).toBe("read");
  expect(await permission("site", "octocat[bot]")).toBe("read");
  expect(await permission("vault", "mallory")).toBe("none");
});

it("lets strangers write issues and nothing else", async () => {
  const token = github.token("mallory");
  const made = await ask("/repos/acme/site/issues", { token, method: "POST", body: { title: "From outside" } });
  expect([made.status, made.body.author_association]).toEqual([201, "NONE"]);
  const body = { labels: ["bug"] };
  expect(
    (await ask(`/repos/acme/site/issues/${made.body.number}/labels`, { token, method: "POST", body })).status,
  ).toBe(403);
  const blob = { content: "x", encoding: "utf-8" };
  expect((await ask("/repos/acme/site/git/blobs", { token, method: "POST", body: blob })).status).toBe(404);
});

it("leads on from a name that a repository had once", async () => {
  const moved = await ask("/repos/acme/old-name");
  expect([moved.status, moved.headers.get("location")]).toEqual([301, expect.stringContaining("/repositories/")]);
  const location = new URL(moved.headers.get("location") ?? "");
  expect((await ask(location.pathname)).body.full_name).toBe("acme/new-name");
  expect((await ask("/repos/ada/given-away")).status).toBe(301);
});

it("has the objects that git has", async () => {
  const { body: tree } = await ask("/repos/acme/site/git/trees/main?recursive=true");
  const entries = tree.tree as { path: string; mode: string; sha: string }[];
  const modes = Object.fromEntries(entries.map(({ path, mode }) => [path, mode]));
  expect(modes).toMatchObject({
    "docs/current.md": "120000",
    "bin/release.sh": "100755",
    "vendor/lib": "160000",
    src: "040000",
  });
  const root = (await ask("/repos/acme/site/git/trees/main")).body.tree as typeof entries;
  expect(gitSha("tree", treeBytes(root))).toBe(tree.sha);
  const file = entries.find(({ path }) => path === "src/add.ts");
  const { content } = (await ask(`/repos/acme/site/git/blobs/${file?.sha}`)).body;
  expect(gitSha("blob", Buffer.from(content, "base64"))).toBe(file?.sha);
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

it("finds a request that GitHub would not take, and one that it does not have", async () => {
  await ask("/repos/acme/site/issues?per_page=many");
  await ask("/repos/acme/site/wishes");
  await ask("/repos/acme/tools/issues", { method: "POST", body: { body: 1 } });
  const found = github.violations.splice(0).join("\n");
  expect(found).toContain("GET /repos/acme/site/issues per_page data must be integer");
  expect(found).toContain("GET /repos/acme/site/wishes is no request that GitHub describes");
  expect(found).toContain("POST /repos/acme/tools/issues the body must have required property 'title'");
});

it("finds an answer of its own that GitHub would not give", async () => {
  const { Checked } = await import("./description/checked.ts");
  const checked = new Checked();
  const asked = { method: "GET", path: "/zen", query: new URLSearchParams(), headers: {}, credential: undefined };
  const issue = { ...asked, path: "/repos/acme/site/labels/bug" };
  const found = await checked.request(issue);
  await checked.answer(found, issue, { status: 200, body: { name: 1 } });
  await checked.answer(found, issue, { status: 299, body: {} });
  expect(checked.violations).toEqual([
    "the stand answers GET /repos/acme/site/labels/bug wrongly: /name must be string",
    "the stand answers GET /repos/acme/site/labels/bug with 299, which GitHub does not describe",
  ]);
});

function gitSha(kind: string, bytes: Buffer): string {
  return createHash("sha1").update(`${kind} ${bytes.length}\0`).update(bytes).digest("hex");
}

/** As git writes a tree: modes have no leading zero, and a folder sorts as if its name ended with a slash. */
function treeBytes(entries: readonly { readonly path: string; readonly mode: string; readonly sha: string }[]): Buffer {
  const key = ({ path, mode }: (typeof entries)[number]) => (mode === "040000" ? `${path}/` : path);
  const sorted = [...entries].sort((one, other) => (key(one) < key(other) ? -1 : 1));
  return Buffer.concat(
    sorted.flatMap(({ path, mode, sha }) => [
      Buffer.from(`${mode.replace(/^0/, "")} ${path}\0`),
      Buffer.from(sha, "hex"),
    ]),
  );
}
