import { readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openFiles } from "../../test/stand/open-files.ts";
import { plant } from "../../test/stand/plant.ts";
import { serveHere } from "../../test/stand/serve-here.ts";
import { temporaryFolder } from "../../test/stand/temporary-folder.ts";
import { IgnoreRules } from "../walking/ignore-rules.ts";
import { Tree } from "../walking/tree.ts";
import { namedAtOnce } from "./named-at-once.ts";

const base = temporaryFolder();
const { signal } = new AbortController();
const pattern = ["--regexp=moat"];

/** What both ways name of the same files. */
async function bothWays(files: Readonly<Record<string, string>>) {
  const root = join(base, `${Math.random()}`);
  plant(root, files);
  using folder = openFiles([root]).reachFolder(".");
  // What it names is compared, not how quickly.
  const named = await namedAtOnce(folder.directory, { pattern, depth: 256, signal, patience: 30_000 });
  const ignoring = IgnoreRules.above(folder.directory, []);
  const tree = new Tree({ depth: 256, toTheBottom: true, hidden: true, ignoring, after: undefined, signal });
  const walked: string[] = [];
  for await (const group of tree.groups(folder.directory, root))
    walked.push(...group.flatMap(({ names, type }) => (type === "file" ? [names.join("/")] : [])));
  return { named: named?.map((names) => names.join("/")), walked: walked.filter((path) => files[path] !== "none") };
}

describe("namedAtOnce", () => {
  it("names what a walk meets, in its order, whatever rules the tree has", async () => {
    const name = fc.constantFrom("a", "b", "a.log", "b-c", ".git", ".hidden", "build", "é", "-", "A");
    const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join("/"));
    const rule = fc.constantFrom(
      "*.log",
      "!a.log",
      "build/",
      "/a",
      "a/*",
      "!a/b",
      "**/b",
      ".hidden",
      "# a",
      "b-?",
      "A",
    );
    const rules = fc.array(rule, { maxLength: 4 }).map((lines) => lines.map((line) => `${line}\n`).join(""));
    const text = fc.constantFrom("moat\n", "none", "\0\0\nmoat\n");
    const tree = fc.dictionary(path, text, { minKeys: 1, maxKeys: 20 });
    const placed = fc.array(fc.tuple(fc.constantFrom("", "a/", "build/"), rules), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(tree, placed, async (files, given) => {
        // What is a file here cannot be a folder there.
        const paths = Object.keys(files).filter(
          (one) => !Object.keys(files).some((other) => one.startsWith(`${other}/`)),
        );
        const kept = Object.fromEntries(paths.map((one) => [one, files[one] ?? ""]));
        const folders = given.filter(([at]) => at === "" || paths.some((one) => one.startsWith(at)));
        for (const [at, lines] of folders) kept[`${at}.gitignore`] = `# moat\n${lines}`;
        const { named, walked } = await bothWays(kept);
        expect(named).toEqual(walked);
      }),
      { numRuns: 60 },
    );
  });

  it("gives up where very many match, and where the search is stopped", async () => {
    const { named } = await bothWays(Object.fromEntries(Array.from({ length: 10_001 }, (_, n) => [`${n}`, "moat"])));
    expect(named).toBeUndefined();
    using folder = openFiles([base]).reachFolder(".");
    expect(await namedAtOnce(folder.directory, { pattern, depth: 256, signal: AbortSignal.abort() })).toBeUndefined();
  });
});

describe("fs_grep in more files than it looks into first", () => {
  const root = join(base, "many");
  const files = Object.fromEntries(
    Array.from({ length: 900 }, (_, n) => [`${n % 7}/${n}.txt`, n % 100 === 5 ? `moat ${n}\n` : "bridge\n"]),
  );
  plant(base, { "outside.txt": "moat outside\n" });
  plant(root, {
    ...files,
    "5/.env": "moat secret\n",
    ".gitignore": "*.log\n",
    "3/a.log": "moat\n",
    ".git/x": "moat\n",
  });
  symlinkSync(join(base, "outside.txt"), join(root, "6/link.txt"));

  it.each(["content", "files", "count"])("answers %s as it does where it picks the files one by one", async (mode) => {
    const host = await serveHere(root);
    const answer = async (input: object) => {
      const { text } = await host.callTool("fs_grep", { pattern: "moat", mode, ...input });
      return text.replace(/(?<=<\/?data )\w+/g, "");
    };
    const whole = await answer({});
    expect(whole).toBe(await answer({ glob: "**/*" }));
    expect(whole).toMatch(/5\/705\.txt/);
    expect(whole).not.toMatch(/secret|outside|\.log|\.git/);
  });

  it.runIf(process.platform === "linux")("holds nothing open afterwards", async () => {
    const host = await serveHere(root);
    const open = async () => {
      await host.callTool("fs_grep", { pattern: "nothing" });
      return readdirSync("/proc/self/fd").length;
    };
    const before = await open();
    for (let round = 0; round < 5; round += 1) expect(await open()).toBeLessThanOrEqual(before);
  });

  it("goes on behind the page before", async () => {
    const host = await serveHere(root);
    const pages: string[] = [];
    for (let cursor: unknown, more = true; more; ) {
      const { text, meta } = await host.callTool("fs_grep", {
        pattern: "moat",
        limit: 4,
        ...(cursor ? { cursor } : {}),
      });
      pages.push(...(text.match(/moat \d+/g) ?? []));
      [cursor, more] = [meta.nextCursor, meta.nextCursor !== undefined];
    }
    expect(pages.toSorted()).toEqual(Array.from({ length: 9 }, (_, n) => `moat ${n * 100 + 5}`).toSorted());
  });
});
