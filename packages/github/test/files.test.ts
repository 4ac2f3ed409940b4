import type { Host } from "@drawbridge/testkit";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { committed } from "./stand/committed.ts";
import { answered, ServedGithub } from "./stand/served-github.ts";

const site = { owner: "acme", repo: "site" };
const branch = "files";
const crlf = "one\r\ntwo\r\nthree";
const many = Array.from({ length: 3000 }, (_, line) => `line ${line + 1} ${"x".repeat(60)}\n`).join("");

let served: ServedGithub;
let host: Host;

beforeAll(async () => {
  served = await ServedGithub.start();
  host = await served.open({ as: "ada", argv: ["--repos", "acme/*"] });
  await committed(served, branch, {
    ...{ "text/crlf.txt": crlf, "text/empty.txt": "", "text/many.txt": many, "text/mark.txt": "\uFEFFmarked\n" },
    "text/latin.txt": Buffer.from("caf\xe9\n", "latin1"),
    "text/wide.txt": Buffer.from("\uFEFFwide\n", "utf16le"),
    "text/large.txt": `${"0123456789abcde\n".repeat(70_000)}end`,
    "links/to-many": { link: "../text/many.txt" },
    "links/to-large": { link: "../text/large.txt" },
    "links/nowhere": { link: "../gone.txt" },
    "a b/c#d?.txt": "odd\n",
  });
});

afterEach(() => expect(served.violations()).toEqual([]));
afterAll(() => served[Symbol.asyncDispose]());

const call = (name: string, input: object) => host.callTool(name, { ...site, ref: branch, ...input });
const read = (path: string, input: object = {}) => answered(call("github_read", { path, ...input }));

/** What a read answered between the marks around it, with all its pages. */
async function textOf(path: string, input: object = {}): Promise<{ text: string; pages: number }> {
  let text = "";
  for (let pages = 1, cursor: unknown; ; pages += 1) {
    const answer = await read(path, { ...input, ...(cursor === undefined ? {} : { cursor }) });
    text += /<data \w+>\n([\s\S]*)\n<\/data \w+>/.exec(answer.text)?.[1] ?? "";
    cursor = answer.meta.nextCursor;
    if (cursor === undefined) return { text, pages };
  }
}

describe("github_read", () => {
  it("reads a whole file, and names its blob", async () => {
    const { text, meta } = await read("src/add.ts");
    expect(text).toContain("  return a + b;\n}\n");
    expect(meta).toMatchObject({ size: 86, lines: "1-4 of 4", sha: expect.stringMatching(/^[0-9a-f]{40}$/) });
  });

  it.each([
    [{ start_line: 2, end_line: 2 }, "two\r\n"],
    [{ start_line: 2 }, "two\r\nthree"],
    [{ end_line: 1 }, "one\r\n"],
    [{ start_line: 3, end_line: 99 }, "three"],
  ])("reads the lines %o with their endings as they are", async (range, text) => {
    expect((await textOf("text/crlf.txt", range)).text).toBe(text);
  });

  it("reads any range as the lines of that range", async () => {
    const lines = many.match(/.*\n/g) ?? [];
    const range = fc.tuple(fc.integer({ min: 1, max: 3000 }), fc.nat(40));
    await fc.assert(
      fc.asyncProperty(range, async ([start, more]) => {
        const { text } = await textOf("text/many.txt", { start_line: start, end_line: start + more });
        expect(text).toBe(lines.slice(start - 1, start + more).join(""));
      }),
      { numRuns: 15 },
    );
  });

  it("reads a long file page by page, with every line once", async () => {
    const { text, pages } = await textOf("text/many.txt");
    expect(text).toBe(many);
    expect(pages).toBeGreaterThan(2);
  });

  it("reads on in the file that was begun, whatever becomes of the branch", async () => {
    await committed(served, "moving", { "text/many.txt": many });
    const first = await read("text/many.txt", { ref: "moving" });
    await committed(served, "moving", { "text/many.txt": "changed\n" }, "moving");
    const second = await read("text/many.txt", { ref: "moving", cursor: first.meta.nextCursor });
    expect(second.text).toMatch(/line \d+ x/);
  });

  it("reads a file above a megabyte, which GitHub does not put into its answer", async () => {
    const { text, meta } = await read("text/large.txt", { start_line: 70_001 });
    expect(text).toContain("\nend\n");
    expect(meta).toMatchObject({ size: 1_120_003, lines: "70001-70001 of 70001" });
  });

  it("says of an empty file that it is empty", async () => {
    expect((await read("text/empty.txt")).text).toBe(
      "[path: text/empty.txt | sha: e69de29bb2d1d6434b8b29ae775ad8c2e48c5391 | size: 0 | lines: none]",
    );
  });

  it("says how a text is written that is not UTF-8", async () => {
    const latin = await read("text/latin.txt");
    expect([latin.text.includes("café"), latin.meta.encoding]).toEqual([true, "iso-8859-1, guessed"]);
    const wide = await read("text/wide.txt");
    expect([wide.text.includes("wide"), wide.meta.encoding]).toEqual([true, "utf-16le"]);
    expect((await read("text/mark.txt")).meta.encoding).toBeUndefined();
  });

  it("reads through a symlink and says where it leads, on every page", async () => {
    const { text, meta } = await read("docs/current.md");
    expect(text).toContain("# Guide");
    expect(meta.symlink_to).toBe("guide.md");
    expect((await textOf("links/to-many")).text).toBe(many);
    const large = await read("links/to-large", { start_line: 70_001 });
    expect([large.text.includes("\nend\n"), large.meta.symlink_to]).toEqual([true, "../text/large.txt"]);
  });

  it("tells a pointer of Git LFS from the file", async () => {
    const { meta } = await read("media/film.mp4");
    expect(meta).toMatchObject({ lfs_size: 12_345_678, note: expect.stringContaining("not in the repository") });
  });

  it("reads a path that has characters of its own in an address", async () => {
    expect((await textOf("a b/c#d?.txt")).text).toBe("odd\n");
  });

  it.each([
    ["assets/logo.png", "assets/logo.png is binary, 70 bytes, and only text is read here"],
    ["links/nowhere", "links/nowhere is a symlink to ../gone.txt, which is no file of this repository at that commit"],
    ["vendor/lib", "is a submodule of https://github.com/acme/lib.git at 1f2e3d4c5b6a79880716253443526170ffeeddcc"],
    ["docs", "docs is a folder: list it with github_tree"],
    ["docs/nope.md", "GitHub does not know acme/site: docs/nope.md at files"],
  ])("says what %s is instead of a text", async (path, said) => {
    const { text, isError } = await call("github_read", { path });
    expect([isError, text]).toEqual([true, expect.stringContaining(said)]);
  });

  it.each([
    [{ ...site, path: "src/add.ts", ref: "nope" }, "src/add.ts at nope"],
    [{ ...site, path: "src/add.ts", start_line: 5 }, "src/add.ts has 4 lines"],
    [{ ...site, path: "src/add.ts", start_line: 3, end_line: 2 }, "end_line comes before start_line"],
    [{ owner: "acme", repo: "nope", path: "a" }, "acme/nope: a"],
    [{ owner: "acme", repo: "empty", path: "a" }, "the repository has no commit yet"],
    [{ owner: "mallory", repo: "bait", path: "README.md" }, "not among the repositories that may be used here"],
  ])("refuses %o and says why", async (input, said) => {
    const { text, isError } = await host.callTool("github_read", input);
    expect([isError, text]).toEqual([true, expect.stringContaining(said)]);
  });

  it("says of a file that is too large for GitHub's API what to do", async () => {
    const message = "This API returns blobs up to 100 MB in size. The requested blob is too large";
    served.stand.disturb({ match: /contents/, status: 403, message });
    const { text } = await call("github_read", { path: "data/large.txt" });
    expect(text).toContain("data/large.txt at files is too large for GitHub to send");
    expect(text).toContain("Clone the repository");
  });
});

describe("github_tree", () => {
  const ask = (input: object) => host.callTool("github_tree", { ...site, ...input });
  const tree = (input: object = {}) => answered(ask(input));
  const linesOf = (text: string) => (/<data \w+>\n([\s\S]*)\n<\/data/.exec(text)?.[1] ?? "").split("\n");

  it("lists everything with its size, and what is no plain file as what it is", async () => {
    const lines = linesOf((await tree()).text);
    expect(lines).toContain("src/");
    expect(lines).toContain("src/add.ts 86");
    expect(lines).toContain("bin/release.sh 30 executable");
    expect(lines).toContain("docs/current.md 8 symlink");
    expect(lines).toContain("vendor/lib submodule at 1f2e3d4c5b6a79880716253443526170ffeeddcc");
  });

  it.each([
    [{ glob: "**/*.test.ts" }, ["src/add.test.ts 115"]],
    [{ glob: "*.ts", path: "src" }, ["src/add.test.ts 115", "src/add.ts 86", "src/index.ts 32"]],
    [{ path: "docs", depth: 1 }, ["docs/current.md 8 symlink", "docs/guide.md 53"]],
    [{ path: "/docs/" }, ["docs/current.md 8 symlink", "docs/guide.md 53"]],
  ])("lists what %o means", async (input, lines) => {
    expect(linesOf((await tree(input)).text)).toEqual(lines);
  });

  it("lists one level where that is asked for", async () => {
    const lines = linesOf((await tree({ depth: 1 })).text);
    expect(lines).toContain("src/");
    expect(lines.filter((line) => /\/./.test(line))).toEqual([]);
  });

  it("says that nothing matches", async () => {
    const { text, meta } = await tree({ glob: "**/*.java" });
    expect([text.includes("entries: 0"), meta.entries]).toEqual([true, 0]);
  });

  it("lists every entry once over its pages, of one commit", async () => {
    const names = Array.from({ length: 2000 }, (_, index) => `many/${String(index).padStart(60, "0")}.txt`);
    await committed(served, "many", Object.fromEntries(names.map((name) => [name, "same\n"])));
    const lines: string[] = [];
    let cursor: unknown;
    do {
      const answer = await tree({ ref: "many", path: "many", ...(cursor === undefined ? {} : { cursor }) });
      lines.push(...linesOf(answer.text));
      if (cursor === undefined) await committed(served, "many", { "many/0.txt": "new\n" }, "many");
      cursor = answer.meta.nextCursor;
    } while (cursor !== undefined);
    expect(lines).toEqual(names.map((name) => `${name} 5`));
  });

  it("walks a tree that GitHub does not tell at once", async () => {
    const whole = linesOf((await tree()).text);
    const cut = { sha: "0".repeat(40), url: "", tree: [], truncated: true };
    const fresh = await served.open({ as: "ada" });
    served.stand.disturb({ match: /git\/trees/, status: 200, body: cut, times: 1 });
    const walked = await answered(fresh.callTool("github_tree", site));
    expect(linesOf(walked.text).toSorted()).toEqual(whole.toSorted());
    expect(walked.meta.incomplete).toBeUndefined();
    served.stand.disturb({ match: /git\/trees/, status: 200, body: cut, times: 1 });
    const docs = await answered(fresh.callTool("github_tree", { ...site, path: "docs" }));
    expect(linesOf(docs.text)).toEqual(["docs/current.md 8 symlink", "docs/guide.md 53"]);
  });

  it.each([
    [{ path: "nope" }, "acme/site has no folder nope there. Folders at its top: .github, assets, bin"],
    [{ path: "src/add.ts" }, "src/add.ts is a file: read it with github_read"],
    [{ ref: "nope" }, "acme/site at nope"],
    [{ repo: "empty", ref: "main" }, "the repository has no commit yet"],
    [{ glob: "[" }, "["],
  ])("refuses %o and says what would work", async (input, said) => {
    const { text, isError } = await ask(input);
    expect([isError, text]).toEqual([true, expect.stringContaining(said)]);
  });
});
