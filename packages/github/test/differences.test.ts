import type { Host, ToolAnswer } from "@drawbridge/testkit";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { committed } from "./stand/committed.ts";
import { answered, ServedGithub } from "./stand/served-github.ts";

const site = { owner: "acme", repo: "site" };
const [sources, lines] = [480, 104];
const paths = Array.from({ length: sources }, (_, index) => `wide/${String(index).padStart(3, "0")}.ts`);
const generated = Array.from({ length: 20 }, (_, index) => `wide/dist/${index}.min.js`);

let served: ServedGithub;
let host: Host;
let head: string;
let number: number;

beforeAll(async () => {
  served = await ServedGithub.start();
  host = await served.open({ as: "ada", argv: ["--repos", "acme/*", "--max-result-bytes", "600000"] });
  const text = (index: number) => Array.from({ length: lines }, (_, line) => `line ${line} of ${index}\n`).join("");
  const files = Object.fromEntries(paths.map((path, index) => [path, text(index)]));
  const folded = Object.fromEntries(generated.map((path, index) => [path, text(index)]));
  head = await committed(served, "wide", { ...files, ...folded });
  const body = { title: "Wide", head: "wide", base: "main" };
  number = ((await served.stand.as("ada", "POST", "/repos/acme/site/pulls", body)) as { number: number }).number;
  // The stand compares so much text for seconds, and once.
  await served.stand.as("ada", "GET", `/repos/acme/site/pulls/${number}`);
}, 60_000);

afterEach(() => expect(served.violations()).toEqual([]));
afterAll(() => served[Symbol.asyncDispose]());

const ask = (name: string, input: object, by = host) => by.callTool(name, { ...site, ...input });

/** All pages of an answer, each as its texts. */
async function pagesOf(name: string, input: object, by = host): Promise<ToolAnswer[]> {
  const pages: ToolAnswer[] = [];
  for (let cursor: unknown; ; ) {
    const page = await answered(ask(name, { ...input, ...(cursor === undefined ? {} : { cursor }) }, by));
    pages.push(page);
    cursor = page.meta.nextCursor;
    if (cursor === undefined) return pages;
  }
}

const textsOf = ({ text }: ToolAnswer) =>
  [...text.matchAll(/<data \w+>\n([\s\S]*?)\n<\/data/g)].map(([, inner = ""]) => inner);

/** The patch of each file, put together from all pages. */
function patchesOf(pages: readonly ToolAnswer[]): Map<string, string> {
  const patches = new Map<string, string>();
  for (const text of pages.flatMap(textsOf).flatMap((one) => one.split(/\n(?=--- . )/))) {
    const [, name, patch] = /^--- . (\S+) \+\S+ -\S+[^\n]*\n([\s\S]*)$/.exec(text) ?? [];
    if (name === undefined || patch === undefined) continue;
    const before = patches.get(name);
    patches.set(name, before === undefined ? patch : `${before}\n${patch}`);
  }
  return patches;
}

describe("the difference of five hundred files and fifty thousand lines", () => {
  it("comes as a map, then hunk by hunk, with nothing lost between the pages", async () => {
    const pages = await pagesOf("github_pr_read", { method: "diff", pull_number: number });
    expect(pages.length).toBeGreaterThan(1);
    const map = textsOf(pages[0] as ToolAnswer)[0] ?? "";
    expect(map.split("\n")).toHaveLength(sources + 1);
    expect(map).toContain(
      "Generated, lock and vendored files, without their differences: A wide/dist/0.min.js +104 -0",
    );
    expect(map).toContain('and 10 more (path: "**" tells all)');
    const patches = patchesOf(pages);
    expect([...patches.keys()]).toEqual(paths);
    for (const [index, path] of paths.entries())
      expect(patches.get(path)).toBe(
        ["@@ -0,0 +1,104 @@", ...Array.from({ length: lines }, (_, line) => `+line ${line} of ${index}`)].join("\n"),
      );
    expect(pages.map(({ text }) => Buffer.byteLength(text) <= 600_000)).not.toContain(false);
  });

  it("is a map alone where that is asked for, and folded files come by name", async () => {
    const [files] = await pagesOf("github_pr_read", { method: "files", pull_number: number });
    expect(files?.meta).toMatchObject({ files: 500, head });
    expect(files?.text).not.toContain("@@");
    const [one] = await pagesOf("github_pr_read", { method: "diff", pull_number: number, path: "wide/dist/3.min.js" });
    expect(one?.text).toContain("+line 103 of 3");
  });

  it("has those files too that GitHub leaves out of a comparison", async () => {
    const [map] = await pagesOf("github_compare", { base: "main", head: "wide", files_only: true });
    expect(map?.meta).toMatchObject({ files: 500, ahead: 1, behind: 0, head });
    const told = textsOf(map as ToolAnswer).join("\n");
    expect(paths.filter((path) => !told.includes(` ${path} `))).toEqual([]);
    const [last] = await pagesOf("github_compare", { base: "main", head: "wide", path: "wide/47*.ts" });
    expect(patchesOf([last as ToolAnswer]).size).toBe(10);
    expect(last?.text).toContain("--- A wide/479.ts +? -?\n@@ -0,0 +1,104 @@\n+line 0 of 479");
  });

  it("is whole for one commit", async () => {
    const [map] = await pagesOf("github_get_commit", { ref: "wide", files_only: true });
    expect(map?.meta).toMatchObject({ files: 500, commit: head });
    const told = textsOf(map as ToolAnswer).join("\n");
    expect(paths.filter((path) => !told.includes(` ${path} +104 -0`))).toEqual([]);
  });

  it("does not go on where the pull request has other commits by now", async () => {
    const first = await answered(ask("github_pr_read", { method: "diff", pull_number: number }));
    await committed(served, "wide", { "later.txt": "later\n" }, "wide");
    const { nextCursor: cursor } = first.meta;
    const { text, isError } = await ask("github_pr_read", { method: "diff", pull_number: number, cursor });
    expect([isError, text]).toEqual([true, expect.stringContaining("has new commits since the first page")]);
  });
});

describe("differences", () => {
  it("are ranked: source, configuration, tests, prose, and of each the larger first", async () => {
    await committed(served, "ranked", {
      ...{
        "README.md": "# New\n\nMuch\nmore\n",
        "src/add.test.ts": "it;\n",
        "src/small.ts": "1;\n",
        "src/large.ts": "1;\n2;\n",
      },
      ...{ "tsconfig.json": "{}\n", "pnpm-lock.yaml": "lock\n", "assets/logo.png": Buffer.from([0, 1, 2]) },
    });
    const [answer] = await pagesOf("github_compare", { base: "main", head: "ranked" });
    const [commits, map = "", ...hunks] = textsOf(answer as ToolAnswer);
    expect(commits).toMatch(/^[0-9a-f]{10} Change 7 files \(ada\)$/);
    expect(map.split("\n").map((line) => line.split(" ")[1])).toEqual([
      ...["src/large.ts", "src/small.ts", "assets/logo.png", "tsconfig.json", "src/add.test.ts", "README.md", "lock"],
    ]);
    expect(map).toMatch(/without their differences: M pnpm-lock.yaml \+1 -5$/);
    expect(hunks[0]).toContain("--- M assets/logo.png +0 -0\n(binary, empty, or of another mode only)");
  });

  it("tell what was renamed, and have the patch that GitHub leaves out as it is large", async () => {
    const long = Array.from({ length: 4000 }, (_, line) => `${line}\n`).join("");
    await committed(served, "long", { "long.txt": long });
    const changed = long.replaceAll("\n", "!\n");
    const guide = "# Guide\n\nCall `add` with two numbers.\n\n    add(1, 2)\n";
    await committed(served, "longer", { "long.txt": changed, "docs/guide.md": null, "docs/manual.md": guide }, "long");
    const pages = await pagesOf("github_compare", { base: "long", head: "longer" });
    expect(patchesOf(pages).get("long.txt")).toContain("\n+0!\n");
    expect(pages[0]?.text).toContain("R docs/guide.md → docs/manual.md +0 -0");
    expect(pages.map(({ text }) => text).join("")).toContain("(no lines differ)");
  });

  it("of a pull request are from where it parted, wherever its base is by now", async () => {
    const long = Array.from({ length: 3500 }, (_, line) => `${line}\n`).join("");
    await committed(served, "base", { "long.txt": long, "beside.txt": "a\n" });
    await committed(served, "side", { "long.txt": long.replaceAll("\n", "!\n") }, "base");
    await committed(served, "base", { "long.txt": `moved on\n${long}` }, "base");
    const body = { title: "Side", head: "side", base: "base" };
    const made = (await served.stand.as("ada", "POST", "/repos/acme/site/pulls", body)) as { number: number };
    const pages = await pagesOf("github_pr_read", { method: "diff", pull_number: made.number });
    expect(pages.map(({ text }) => text).join("")).not.toContain("moved on");
  });

  it("fit the smallest answers, page by page", async () => {
    const small = await served.open({ as: "ada", argv: ["--max-result-bytes", "1500"] });
    await committed(served, "minified", { "src/wide.ts": `${"x".repeat(5000)}\nafter\n` });
    const pages = await pagesOf("github_compare", { base: "main", head: "minified" }, small);
    expect(pages.map(({ text }) => text).join("")).toContain("the beginning of 5001 characters");
    expect(patchesOf(pages).get("src/wide.ts")).toMatch(/\n\+after$/);
    const message = "m".repeat(3000);
    const at = "/repos/acme/site/git";
    const { object } = (await served.stand.as("ada", "GET", `${at}/ref/heads/minified`)) as { object: { sha: string } };
    const { tree } = (await served.stand.as("ada", "GET", `${at}/commits/${object.sha}`)) as { tree: { sha: string } };
    const sent = { message, tree: tree.sha, parents: [object.sha] };
    const { sha } = (await served.stand.as("ada", "POST", `${at}/commits`, sent)) as { sha: string };
    const shown = await pagesOf("github_get_commit", { ref: sha }, small);
    expect(shown[0]?.text).toContain("the beginning of 3000 characters");
    expect(shown[0]?.meta).toMatchObject({ commit: sha, files: 0 });
  });

  it("of one commit come under its message, author and parents", async () => {
    const { text, meta } = await answered(ask("github_get_commit", { ref: "main" }));
    expect(text).toContain("Show an example\n\nCloses #4");
    expect(text).toContain("M docs/guide.md +2 -0");
    expect(meta).toMatchObject({ author: "ben", files: 1, parents: expect.stringMatching(/^[0-9a-f]{12}$/) });
  });

  it("say that nothing matches", async () => {
    const { meta } = await answered(ask("github_compare", { base: "main", head: "fix-add", path: "nope/**" }));
    expect(meta.files).toBe(0);
    const same = await answered(ask("github_compare", { base: "main", head: "main" }));
    expect(same.meta).toMatchObject({ ahead: 0, behind: 0, files: 0 });
  });

  it.each([
    ["github_compare", { base: "main", head: "nope" }, "acme/site at nope"],
    ["github_compare", { base: "nope", head: "main" }, "acme/site at nope"],
    ["github_get_commit", { ref: "0".repeat(40) }, `the commit ${"0".repeat(40)} of acme/site`],
    ["github_pr_read", { method: "files", pull_number: 9999 }, "pull request acme/site#9999"],
    ["github_pr_read", { method: "diff", pull_number: 2 }, "pull request acme/site#2"],
    ["github_compare", { repo: "empty", base: "main", head: "main" }, "the repository has no commit yet"],
  ])("%s refuses %o and says why", async (name, input, said) => {
    const { text, isError } = await ask(name, input);
    expect([isError, text]).toEqual([true, expect.stringContaining(said)]);
  });
});
