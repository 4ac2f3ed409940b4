import { createHash } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type Asking, asking, type Told } from "./asking.ts";
import { type StartedGithub, startGithub } from "./start-github.ts";

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
  const { object } = (await ask("/repos/acme/site/git/ref/heads/main")).body;
  const { body: commit } = await ask(`/repos/acme/site/git/commits/${object.sha}`);
  expect(gitSha("commit", commitBytes(commit))).toBe(object.sha);
  const file = entries.find(({ path }) => path === "src/add.ts");
  const { content } = (await ask(`/repos/acme/site/git/blobs/${file?.sha}`)).body;
  expect(gitSha("blob", Buffer.from(content, "base64"))).toBe(file?.sha);
});

it("lets nobody change what another has said, but for those who keep the repository", async () => {
  const { body: comments } = await ask("/repos/acme/site/issues/2/comments");
  const path = `/repos/acme/site/issues/comments/${comments[0].id}`;
  const edit = (login: string) => ask(path, { token: github.token(login), method: "PATCH", body: { body: "Changed" } });
  expect([(await edit("octocat-bot")).status, (await edit("mallory")).status, (await edit("ben")).status]).toEqual([
    403, 200, 200,
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

type Person = { readonly name: string; readonly email: string; readonly date: string };

/** The emulator ends a message with a line feed where it was sent none, as `git commit` does. */
function commitBytes({ tree, parents, author, committer, message }: Told["body"]): Buffer {
  const by = ({ name, email, date }: Person) => `${name} <${email}> ${Math.floor(Date.parse(date) / 1000)} +0000`;
  const before = parents.map(({ sha }: { sha: string }) => `parent ${sha}\n`).join("");
  return Buffer.from(`tree ${tree.sha}\n${before}author ${by(author)}\ncommitter ${by(committer)}\n\n${message}\n`);
}
