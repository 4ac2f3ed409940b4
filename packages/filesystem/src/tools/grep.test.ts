import { linkSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import type { Host } from "@drawbridge/testkit";
import { beforeAll, describe, expect, it } from "vitest";
import { plant } from "../../test/stand/plant.ts";
import { serveHere } from "../../test/stand/serve-here.ts";
import { temporaryFolder } from "../../test/stand/temporary-folder.ts";

const folder = temporaryFolder();
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
plant(folder, {
  "a.md": "one\nthe moat, the moat\nthree\nfour\nfive\nmoat again\n",
  "b.txt": "Moat\r\nmoat\r\n",
  ".hidden": "moat\n",
  ".env": "MOAT=moat\n",
  ".git/config": "moat\n",
  "src/.gitignore": "build\n",
  "src/c.ts": "const moat = 1;\n",
  "src/build/d.ts": "moat\n",
  "wide.txt": utf16("eins\nder moat: ä\n"),
  "marked.txt": "\uFEFFmoat at the start\n",
  "latin.txt": Buffer.from([0xe9, 0x20, 0x6d, 0x6f, 0x61, 0x74, 0x0a]),
  "program.bin": Buffer.from("moat\0moat\n"),
  "long.txt": `${"x".repeat(5000)}moat${"y".repeat(5000)}\n`,
  "lines/many.txt": Array.from({ length: 500 }, (_, line) => `row ${line} has a bridge\n`).join(""),
  "-dash.txt": "keep\n",
  "line\nend.txt": "keep\n",
  "escape\u001B.txt": "keep\n",
});
symlinkSync("a.md", join(folder, "link.md"));
plant(folder, { "names/one": "winch\n" });
linkSync(join(folder, "names/one"), join(folder, "names/two"));

let host: Host;
beforeAll(async () => {
  host = await serveHere(folder);
});

const grep = (input: Readonly<Record<string, unknown>>) => host.callTool("fs_grep", input);

/** The text between the marks. */
async function found(input: Readonly<Record<string, unknown>>): Promise<string> {
  const { text, isError } = await grep(input);
  if (isError) throw new Error(text);
  return /<data \w+>\n([\s\S]*)\n<\/data \w+>/.exec(text)?.[1] ?? "";
}

/** Matches of all pages, and how many pages there were. */
async function allPages(input: Readonly<Record<string, unknown>>): Promise<{ texts: string[]; pages: number }> {
  const texts: string[] = [];
  let cursor: unknown;
  for (let pages = 1; ; pages += 1) {
    const { text, isError, meta } = await grep({ ...input, ...(cursor === undefined ? {} : { cursor }) });
    if (isError || pages > 1000) throw new Error(text);
    texts.push(/<data \w+>\n([\s\S]*)\n<\/data \w+>/.exec(text)?.[1] ?? "");
    cursor = meta.nextCursor;
    if (cursor === undefined) return { texts, pages };
  }
}

describe("fs_grep", () => {
  it("answers matching lines with their numbers under the path of their file, each line once", async () => {
    expect(await found({ pattern: "moat", glob: "a.md" })).toBe("a.md\n2: the moat, the moat\n6: moat again");
  });

  it("searches hidden files, and leaves out .git, ignored files, links, binary files and places of secrets", async () => {
    const paths = (await found({ pattern: "moat", mode: "files" })).split("\n");
    expect(paths).toEqual([".hidden", "a.md", "b.txt", "latin.txt", "long.txt", "marked.txt", "src/c.ts", "wide.txt"]);
  });

  it("searches a folder that is ignored where it is named", async () => {
    expect(await found({ pattern: "moat", path: "src/build" })).toBe("src/build/d.ts\n1: moat");
  });

  it("searches one file", async () => {
    expect(await found({ pattern: "four", path: "a.md" })).toBe("a.md\n4: four");
  });

  it("shows lines around matches, and a mark where some are left out", async () => {
    const text = await found({ pattern: "moat", path: "a.md", context: 1 });
    expect(text).toBe("a.md\n1- one\n2: the moat, the moat\n3- three\n--\n5- five\n6: moat again");
  });

  it("counts matching lines", async () => {
    expect(await found({ pattern: "moat", path: "a.md", mode: "count" })).toBe("2: a.md");
  });

  it.each([
    [true, "2: moat"],
    ["sensitive", "2: moat"],
    [false, "1: Moat\n2: moat"],
    ["insensitive", "1: Moat\n2: moat"],
    ["smart", "1: Moat\n2: moat"],
  ])("takes case %s", async (matchCase, lines) => {
    expect(await found({ pattern: "moat", path: "b.txt", case: matchCase })).toBe(`b.txt\n${lines}`);
  });

  it("takes a pattern for plain text where it is told to, also one that begins with a dash", async () => {
    expect(await found({ pattern: "(a|", path: "a.md", regex: false })).toBe("");
    expect(await found({ pattern: "--pre=sh", path: "a.md", regex: false })).toBe("");
    expect(await found({ pattern: "t, the", path: "a.md", regex: false })).toBe("a.md\n2: the moat, the moat");
  });

  it("finds lines that match with nothing in them, and lines of text in other encodings", async () => {
    expect(await found({ pattern: "^$", path: "a.md" })).toBe("");
    expect(await found({ pattern: "moat", glob: "{wide,marked,latin}.txt" })).toBe(
      "latin.txt\n1: é moat\n\nmarked.txt\n1: moat at the start\n\nwide.txt\n2: der moat: ä",
    );
  });

  it("cuts a long line around its match", async () => {
    const text = await found({ pattern: "moat", path: "long.txt" });
    expect(text).toBe(`long.txt\n1: […4700 bytes]${"x".repeat(300)}moat${"y".repeat(596)}[…4404 bytes]`);
  });

  it("shows names with a line end, an escape or a dash at the beginning so that they can be told apart", async () => {
    const paths = (await found({ pattern: "keep", mode: "files" })).split("\n");
    expect(paths).toEqual(["-dash.txt", "escape⟦U+001B⟧.txt", '"line\\nend.txt"']);
  });

  it("says of a file with further names that it has them", async () => {
    expect(await found({ pattern: "winch", path: "names/one" })).toContain("hard link");
  });

  it("goes on where a page ended, without a line twice or left out", async () => {
    const { texts, pages } = await allPages({ pattern: "bridge", path: "lines", limit: 7 });
    expect(pages).toBeGreaterThan(70);
    const rows = texts.join("\n").match(/^\d+: row \d+ has/gm);
    expect(rows).toEqual(Array.from({ length: 500 }, (_, line) => `${line + 1}: row ${line} has`));
  });

  it("goes on between files", async () => {
    const { texts } = await allPages({ pattern: "moat", mode: "files", limit: 3 });
    expect(texts.join("\n")).toBe(await found({ pattern: "moat", mode: "files" }));
  });

  it.each([
    ["(?=x)", /look-ahead.*not supported/],
    ["(a)\\1", /backreferences are not supported/],
    ["[", /unclosed character class/],
    ["(?:a{1000}){1000}", /exceeds size limit/],
    ["a\nb", /line end/],
    ["a\\nb", /not allowed/],
    ["a\0", /NUL/],
    ["", /pattern/],
  ])("refuses the pattern %j and says why", async (pattern, reason) => {
    const { isError, meta, text } = await grep({ pattern, path: "src" });
    expect({ isError, code: meta.code }).toEqual({ isError: true, code: "invalid_input" });
    expect(text).toMatch(reason);
  });

  it("answers a pattern that would take other engines for ever", async () => {
    expect(await found({ pattern: "(x+)+$", path: "long.txt" })).toBe("");
  });
});
