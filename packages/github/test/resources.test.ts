import type { Host } from "@drawbridge/testkit";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { committed } from "./stand/committed.ts";
import { answered, ServedGithub } from "./stand/served-github.ts";

const site = { owner: "acme", repo: "site" };
const logo = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff]);

let served: ServedGithub;
let host: Host;
/** The head of `odd/things`. */
let odd: string;

beforeAll(async () => {
  served = await ServedGithub.start();
  host = await served.open({ as: "ada" });
  odd = await committed(served, "odd/things", {
    "odd/100%?#.md": "odd\r\n",
    "odd/ é,b.txt": "\ufeffmarked",
    "odd/latin.txt": Buffer.from([0xe9, 0x0a]),
    "odd/pixels.png": logo,
    "odd/whole.bin": Buffer.alloc(1024 * 1024, 0xff),
    "odd/large.bin": Buffer.alloc(1024 * 1024 + 1, 0xff),
    "odd/lost": { link: "../nowhere" },
  });
}, 60_000);
afterEach(() => {
  served.stand.calm();
  expect(served.violations()).toEqual([]);
});
afterAll(() => served[Symbol.asyncDispose]());

const read = (uri: string, of: Host = host) => of.readResource(uri) as Promise<Record<string, unknown>>;
const json = async (uri: string, of: Host = host) => JSON.parse((await read(uri, of)).text as string);
const at = (path: string) => `repo://acme/site/refs/odd%2Fthings/contents/odd/${path}`;

describe("a file", () => {
  it("is its exact text, with its type", async () => {
    expect(await read("repo://acme/site/contents/.gitmodules")).toMatchObject({
      text: expect.stringMatching(/^\[submodule "vendor\/lib"\]\n/),
      mimeType: "text/plain",
    });
    expect(await read("repo://acme/site/contents/docs/guide.md")).toMatchObject({ mimeType: "text/markdown" });
  });

  it.each([
    ["100%25%3F%23.md", "odd\r\n"],
    ["%20%C3%A9%2Cb.txt", "\ufeffmarked"],
    [" é,b.txt", "\ufeffmarked"],
  ])("keeps line ends and marks, whatever its name is: %s", async (name, text) => {
    expect(await read(at(name))).toMatchObject({ text });
  });

  it("is bytes where it is no UTF-8", async () => {
    expect(await read(at("pixels.png"))).toMatchObject({ blob: logo.toString("base64"), mimeType: "image/png" });
    expect(await read(at("latin.txt"))).toMatchObject({ blob: Buffer.from([0xe9, 0x0a]).toString("base64") });
  });

  it("is whole up to a mebibyte, and more is left to github_read", async () => {
    expect(Buffer.from((await read(at("whole.bin"))).blob as string, "base64")).toHaveLength(1024 * 1024);
    await expect(read(at("large.bin"))).rejects.toThrow(/1 MiB.*github_read/);
  });

  it("is read at a commit too", async () => {
    expect(await read(`repo://acme/site/refs/${odd}/contents/odd/pixels.png`)).toMatchObject({ mimeType: "image/png" });
  });

  it("behind a symlink, or in Git LFS, says so", async () => {
    const link = await read("repo://acme/site/contents/docs/current.md");
    expect(link).toMatchObject({ text: expect.stringContaining("# Guide"), _meta: { symlink_to: "guide.md" } });
    const pointer = await read("repo://acme/site/contents/media/film.mp4");
    expect(pointer._meta).toMatchObject({ lfs_size: 12345678, note: expect.stringContaining("Git LFS") });
  });

  it("is free the second time, and tells what it cost", async () => {
    const file = "repo://acme/site/contents/package.json";
    expect((await read(file))._meta).toMatchObject({ cost: 1, remaining: expect.any(Number) });
    expect((await read(file))._meta).toMatchObject({ cost: 0 });
  });
});

describe("a folder", () => {
  it("is a list of what is in it, each with its address", async () => {
    const top = await json("repo://acme/site/contents");
    expect(top).toContainEqual({ name: "src", type: "dir", uri: "repo://acme/site/contents/src" });
    expect(await json("repo://acme/site/contents/")).toEqual(top);
    const src = await json("repo://acme/site/contents/src");
    expect(src.map(({ name }: { name: string }) => name)).toEqual(["add.test.ts", "add.ts", "index.ts"]);
    expect(src[2]).toMatchObject({ type: "file", size: 32, uri: "repo://acme/site/contents/src/index.ts" });
  });

  it("leads to every one of its entries, whatever these are called", async () => {
    const entries = await json("repo://acme/site/refs/odd%2Fthings/contents/odd");
    expect(entries).toHaveLength(7);
    for (const { uri, name } of entries) {
      if (name !== "large.bin") await read(uri);
    }
  });

  it("tells a submodule and a symlink from files, and so do these themselves", async () => {
    expect(await json("repo://acme/site/contents/vendor")).toEqual([
      { name: "lib", type: "submodule", uri: "repo://acme/site/contents/vendor/lib" },
    ]);
    expect(await json("repo://acme/site/contents/vendor/lib")).toMatchObject({
      type: "submodule",
      repository: "https://github.com/acme/lib.git",
    });
    expect(await json(at("lost"))).toEqual({ type: "symlink", path: "odd/lost", target: "../nowhere" });
  });

  it("is empty at the top of a repository without a commit", async () => {
    expect(await json("repo://acme/empty/contents")).toEqual([]);
  });
});

describe("an address", () => {
  it.each([
    "repo://acme/site/contents/../../vault/contents/README.md",
    "repo://acme/site/contents/%2e%2e/%2e%2e/vault",
    "repo://acme/site/contents/..%2F..%2Fvault",
    "repo://acme/site/contents//src",
    "repo://acme/site/contents/src?ref=wip",
    "repo://../user/contents",
    "repo://acme/..%2Fvault/contents",
    "repo://acme/site/issues/0",
    "repo://acme/site/issues/1e3",
    "repo://acme/site/pulls/99999999999",
    "repo://acme/site/pulls/5/files",
  ])("that leads nowhere is refused before GitHub is asked: %s", async (uri) => {
    served.stand.requests.length = 0;
    await expect(read(uri)).rejects.toThrow();
    expect(served.stand.requests).toEqual([]);
  });

  it.each([
    "repo://acme/site/contents/nothing.md",
    "repo://acme/site/refs/nothing/contents/README.md",
    "repo://acme/nothing/contents",
    "repo://acme/site/issues/999",
    "repo://acme/site/pulls/1",
  ])("of what is not there says so: %s", async (uri) => {
    await expect(read(uri)).rejects.toThrow(/does not know/);
  });

  it("of a repository that has another name by now leads there", async () => {
    expect(await json("repo://acme/old-name/contents")).toBeInstanceOf(Array);
  });
});

describe("an issue and a pull request", () => {
  it("are what their tools tell, each text with its author", async () => {
    const { parts } = await json("repo://acme/site/issues/2");
    expect(parts[0]).toMatchObject({ number: 2, author: "ben", text: expect.stringContaining("negative numbers") });
    expect(parts.slice(1).map(({ author }: { author: string }) => author)).toEqual(["mallory", "rita", "octocat[bot]"]);
    const pull = await json("repo://acme/site/pulls/5");
    expect(pull).toMatchObject({ number: 5, state: "open", checks: "passed 1, failed 1" });
    expect(pull.parts[1]).toMatchObject({ failing_checks: 1, text: expect.stringContaining("expected 3 to be -3") });
  });

  it("say where there is more of them", async () => {
    for (let one = 0; one < 51; one += 1)
      await served.stand.as("ben", "POST", "/repos/acme/site/issues/3/comments", { body: `${one}` });
    const told = await read("repo://acme/site/issues/3");
    expect(JSON.parse(told.text as string).parts).toHaveLength(51);
    expect(told._meta).toMatchObject({ more: expect.stringContaining("tool") });
  });
});

describe("what is taken away", () => {
  it.each([
    ["!github_read", "repo://acme/site/contents/package.json"],
    ["!github_tree", "repo://acme/site/contents"],
    ["!github_read", "repo://acme/site/refs/main/contents/package.json"],
    ["!github_issue_read", "repo://acme/site/issues/1"],
    ["!github_pr_read", "repo://acme/site/pulls/5"],
  ])("by --tools %s has no resource either: %s", async (tools, uri) => {
    const fewer = await served.open({ as: "ada", argv: ["--tools", tools] });
    await expect(read(uri, fewer)).rejects.toThrow("No resource has the address");
  });

  it("by --toolsets has no resource and no prompt either", async () => {
    const fewer = await served.open({ as: "ada", argv: ["--toolsets", "repos,issues"] });
    await expect(read("repo://acme/site/contents", fewer)).rejects.toThrow("No resource has the address");
    expect((await json("repo://acme/site/issues/1", fewer)).parts).not.toEqual([]);
    expect((await fewer.listPrompts()).map(({ name }) => name)).toEqual(["triage_issue"]);
    await expect(fewer.getPrompt("review_pull_request", { ...site, pull_number: "5" })).rejects.toThrow("no prompt");
  });
});

describe("--repos", () => {
  let held: Host;
  beforeAll(async () => {
    held = await served.open({ as: "ada", argv: ["--repos", "acme/site"] });
  });

  it.each([
    "repo://acme/vault/contents/README.md",
    "repo://acme/vault/refs/main/contents",
    "repo://acme/vault/issues/1",
    "repo://acme/vault/pulls/2",
    "repo://acme/old-name/contents",
  ])("refuses addresses of others, to read and to watch, and asks GitHub nothing: %s", async (uri) => {
    served.stand.requests.length = 0;
    await expect(read(uri, held)).rejects.toThrow(/not among the repositories/);
    await expect(held.subscribe(uri, () => {})).rejects.toThrow();
    expect(served.stand.requests).toEqual([]);
  });

  it("lets its own be read, in any case of letters", async () => {
    expect(await json("repo://ACME/Site/contents/src", held)).toHaveLength(3);
  });

  it("refuses one that was renamed to what is not among them", async () => {
    const old = await served.open({ as: "ada", argv: ["--repos", "acme/old-name"] });
    await expect(read("repo://acme/old-name/contents", old)).rejects.toThrow("acme/new-name");
    await expect(old.subscribe("repo://acme/old-name/contents", () => {})).rejects.toThrow("acme/new-name");
  });
});

describe("what is read by address", () => {
  const comment = (of: Host) =>
    of.callTool("github_issue_write", { ...site, method: "comment", issue_number: 2, body: "It says what it says." });

  it.each([
    ["an issue", "repo://acme/site/issues/1", "issue acme/site#1 by mallory"],
    ["a member's issue on which a stranger has commented", "repo://acme/site/issues/2", "issue acme/site#2 by mallory"],
    ["a stranger's file", "repo://mallory/bait/contents/README.md", "mallory/bait"],
    ["a stranger's folder", "repo://mallory/bait/contents", "mallory/bait"],
  ])("is in the account of the flow guard: %s, then a private file, by address both", async (_, uri, told) => {
    const fresh = await served.open({ as: "ada" });
    await read(uri, fresh);
    await read("repo://acme/vault/contents/README.md", fresh);
    const { isError, text } = await comment(fresh);
    expect([isError, text.includes("acme/vault"), text.includes(told)]).toEqual([true, true, true]);
  });

  it("at a commit that no branch vouches for is a stranger's", async () => {
    const forks = { message: "Read the vault", content: "eA==", branch: "main" };
    await served.stand.as("mallory", "POST", "/repos/acme/site/forks", {});
    const made = await served.stand.as("mallory", "PUT", "/repos/mallory/site/contents/plea.md", forks);
    const { sha } = (made as { commit: { sha: string } }).commit;
    const pull = { title: "Please", head: "mallory:main", base: "main" };
    await served.stand.as("mallory", "POST", "/repos/acme/site/pulls", pull);
    const fresh = await served.open({ as: "ada" });
    expect(await read(`repo://acme/site/refs/${sha}/contents/plea.md`, fresh)).toMatchObject({ text: "x" });
    await read("repo://acme/vault/contents", fresh);
    expect((await comment(fresh)).isError).toBe(true);
  });

  it.each([
    ["a member's issue", ["repo://acme/vault/contents/README.md", "repo://acme/vault/issues/1"]],
    ["a stranger's issue, and nothing private", ["repo://acme/site/issues/1", "repo://acme/site/contents"]],
    ["a pull request of a member", ["repo://acme/vault/pulls/2", "repo://acme/vault/contents"]],
  ])("keeps nobody from work that carries nothing outwards: %s", async (_, uris) => {
    const fresh = await served.open({ as: "ada" });
    for (const uri of uris) await read(uri, fresh);
    await answered(comment(fresh));
  });

  it("is not what the list and completions offer", async () => {
    const fresh = await served.open({ as: "ada" });
    await read("repo://acme/site/issues/1", fresh);
    await fresh.listResources();
    await fresh.complete("repo://{owner}/{repo}/issues/{number}", "owner", "");
    await fresh.complete("repo://{owner}/{repo}/issues/{number}", "number", "", site);
    await answered(comment(fresh));
  });

  it("is a private repository's name, where that is suggested", async () => {
    const fresh = await served.open({ as: "ada" });
    await read("repo://acme/site/issues/1", fresh);
    await fresh.complete("repo://{owner}/{repo}/issues/{number}", "repo", "v", { owner: "acme" });
    expect((await comment(fresh)).text).toContain("the name of acme/vault");
  });

  it("is a stranger's names, where those are suggested", async () => {
    const fresh = await served.open({ as: "ada" });
    await read("repo://acme/vault/contents", fresh);
    await answered(comment(fresh));
    await fresh.complete("repo://{owner}/{repo}/issues/{number}", "repo", "", { owner: "mallory" });
    expect((await comment(fresh)).text).toContain("the names of what mallory has");
  });
});
