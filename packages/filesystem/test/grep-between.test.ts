import { closeSync, openSync, rmSync, symlinkSync, writeSync } from "node:fs";
import { join } from "node:path";
import { Page, Redactor, type ToolContext } from "@drawbridge/core";
import { beforeAll, describe, expect, it } from "vitest";
import type { Files } from "../src/files.ts";
import { grep, type Wanted } from "../src/searching/grep.ts";
import { makeFifo } from "./stand/make-fifo.ts";
import { openFiles } from "./stand/open-files.ts";
import { plant } from "./stand/plant.ts";
import { temporaryFolder } from "./stand/temporary-folder.ts";

const usual = {
  path: ".",
  pattern: "moat",
  regex: true,
  case: true,
  context: 0,
  mode: "content",
  limit: 1000,
} as const;
const shared = temporaryFolder();

async function search(client: Files, wanted: Partial<Wanted> = {}, place?: unknown) {
  const page = new Page(place, 60_000);
  const { stretch: withoutCutSecrets } = new Redactor();
  const signal = AbortSignal.timeout(20_000);
  const context = { client, page, signal, withoutCutSecrets, progress() {} } as unknown as ToolContext<Files>;
  const { facts = {}, parts } = await grep({ ...usual, ...wanted }, context);
  return { facts, text: parts.map((part) => ("text" in part ? part.text : "")).join(""), next: page.next };
}

/** Does something once the candidates are named, just before the first of them is opened. */
function before(files: Files, act: () => void): Files {
  const reach = files.reachNamed.bind(files);
  let isDone = false;
  return Object.assign(files, {
    reachNamed(...given: Parameters<Files["reachNamed"]>) {
      if (!isDone) act();
      isDone = true;
      return reach(...given);
    },
  });
}

describe.runIf(process.platform === "linux")("a file that is another once it was named as a candidate", () => {
  const replacements: ReadonlyArray<[string, (path: string) => void]> = [
    ["nothing", () => {}],
    ["a FIFO", makeFifo],
    ["a link to a device", (path) => symlinkSync("/dev/zero", path)],
    ["a link outward", (path) => symlinkSync(join(shared, "outside.txt"), path)],
    ["a folder", (path) => plant(path, { "inner.txt": "moat\n" })],
  ];

  it.each(replacements)("is passed over and counted: %s", async (name, replace) => {
    const folder = join(shared, name);
    plant(shared, { "outside.txt": "moat OUTSIDE\n" });
    plant(folder, { "a.txt": "moat\n", "b.txt": "moat\n" });
    for (const mode of ["content", "files", "count"] as const) {
      plant(folder, { "a.txt": "moat\n" });
      const path = join(folder, "a.txt");
      const files = before(openFiles([folder]), () => {
        rmSync(path);
        replace(path);
      });
      const { text, facts } = await search(files, { mode });
      expect(text).toMatch(/b\.txt/);
      expect(text).not.toMatch(/a\.txt|inner|OUTSIDE/);
      expect(facts).toMatchObject({ files: 1, unreadable: 1 });
      rmSync(path, { recursive: true, force: true });
    }
  });

  it("is not told of where its folder leads outward by then", async () => {
    const folder = join(shared, "turned");
    plant(shared, { "away/a.txt": "moat OUTSIDE\n" });
    plant(folder, { "dir/a.txt": "moat\n", "z.txt": "moat\n" });
    const files = before(openFiles([folder]), () => {
      rmSync(join(folder, "dir"), { recursive: true });
      symlinkSync(join(shared, "away"), join(folder, "dir"));
    });
    expect(await search(files)).toMatchObject({ text: "z.txt\n1: moat", facts: { unreadable: 1 } });
  });
});

describe("a large file", () => {
  const folder = join(shared, "log");
  /** With a NUL that no look at its beginning meets, and a line that is longer than a part of it. */
  beforeAll(() => {
    plant(folder, { "a.txt": "moat\n", "z.txt": "moat\n" });
    const log = openSync(join(folder, "big.log"), "w");
    const filling = "nothing of note\n".repeat(65_536);
    writeSync(log, "moat first\n");
    for (let mebibyte = 0; mebibyte < 20; mebibyte += 1) writeSync(log, filling);
    writeSync(log, `${"\0".repeat(34 * 1024 * 1024)}\n`);
    for (let mebibyte = 0; mebibyte < 16; mebibyte += 1) writeSync(log, filling);
    writeSync(log, "before\nmoat last\nafter\n");
    closeSync(log);
  });

  /** What all pages say together. */
  async function searchAll(wanted: Partial<Wanted>): Promise<string> {
    const files = openFiles([folder]);
    const texts: string[] = [];
    let page = await search(files, wanted);
    for (texts.push(page.text); page.next !== undefined; texts.push(page.text))
      page = await search(files, wanted, JSON.parse(JSON.stringify(page.next)));
    return texts.join("\n");
  }

  it("is searched to its end, in as many pages as that takes", async () => {
    expect((await searchAll({ limit: 1 })).match(/.*moat.*/g)).toEqual([
      "1: moat",
      "1: moat first",
      `${1 + 36 * 65_536 + 3}: moat last`,
      "1: moat",
    ]);
  }, 60_000);

  it("has lines shown around its matches, and is counted and named", async () => {
    const last = 1 + 36 * 65_536 + 3;
    expect(await searchAll({ path: "big.log", pattern: "moat last", context: 1 })).toContain(
      `${last - 1}- before\n${last}: moat last\n${last + 1}- after`,
    );
    expect((await searchAll({ mode: "count" })).trim().split(/\n+/)).toEqual(["1: a.txt", "2: big.log", "1: z.txt"]);
    expect((await searchAll({ mode: "files" })).trim().split(/\n+/)).toEqual(["a.txt", "big.log", "z.txt"]);
  }, 60_000);

  it("is passed over and counted above --max-file-bytes", async () => {
    const folder = join(shared, "limited");
    plant(folder, { "a.txt": "moat\n", "b.txt": `${"x".repeat(5000)}\nmoat\n` });
    const { text, facts } = await search(openFiles([folder], { maxFileBytes: 1000 }));
    expect(text).toBe("a.txt\n1: moat");
    expect(facts).toMatchObject({ files: 1, too_large: 1 });
  });

  it("is told of, not shown, where its matching line is longer than is held", async () => {
    const folder = join(shared, "long");
    plant(folder, { "a.txt": `${"x".repeat(9 * 1024 * 1024)}moat\nmoat\n` });
    expect((await search(openFiles([folder]))).text).toMatch(/^a\.txt\n\[a line too long.*\]\n2: moat$/);
  });
});
