import { appendFileSync, renameSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openFiles } from "../../test/stand/open-files.ts";
import { readPage, readPages } from "../../test/stand/read-pages.ts";
import { temporaryFolder } from "../../test/stand/temporary-folder.ts";

const folder = temporaryFolder();
const files = openFiles([folder]);
const put = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);
const joined = (pages: ReadonlyArray<{ readonly text: string }>) => pages.map(({ text }) => text).join("");

const refusal = (code: string) => expect.objectContaining({ code });

describe("a file over 8 MiB", () => {
  const lines = Array.from({ length: 400_000 }, (_, index) => `${index + 1} ${"x".repeat(index % 83)}`);
  const content = `${lines.join("\n")}\n`;
  put("large", content);

  it("is found from a line on", async () => {
    const { text, facts } = await readPage(files, "large", { startLine: 390_001, endLine: 390_002 });
    expect(text).toBe(`${lines[390_000]}\n${lines[390_001]}\n`);
    expect([facts.lines, facts.total_lines]).toEqual(["390001-390002", undefined]);
  });

  it("is read from its end", async () => {
    expect((await readPage(files, "large", { tail: 2 })).text).toBe(`${lines.slice(-2).join("\n")}\n`);
    const pages = await readPages(files, "large", { tail: 20_000 });
    expect(joined(pages)).toBe(`${lines.slice(-20_000).join("\n")}\n`);
  });

  it("is had whole by pages", async () => {
    expect(joined(await readPages(files, "large", {}, 1_000_000))).toBe(content);
  });

  it("says behind its end how many lines it has", async () => {
    await expect(readPage(files, "large", { startLine: 400_001 })).rejects.toThrow("400000 lines");
  });

  it("may grow like a log between two pages, and goes on with what was added", async () => {
    put("log", content);
    const { next } = await readPage(files, "log", { startLine: 399_999 }, undefined, 100);
    appendFileSync(join(folder, "log"), "added\n");
    const rest = await readPage(files, "log", { startLine: 399_999 }, next);
    expect(rest.text.endsWith(`${lines.at(-1)}\nadded\n`)).toBe(true);
  });

  it("is a conflict when another file took its place between two pages", async () => {
    put("rotated", content);
    const { next } = await readPage(files, "rotated");
    put("rotated.new", content.toUpperCase());
    renameSync(join(folder, "rotated.new"), join(folder, "rotated"));
    await expect(readPage(files, "rotated", {}, next)).rejects.toThrow(refusal("conflict"));
  });

  it("is a conflict when it was cut short between two pages", async () => {
    put("cut", content);
    const { next } = await readPage(files, "cut", { startLine: 350_000 });
    truncateSync(join(folder, "cut"), 9 * 1024 * 1024);
    await expect(readPage(files, "cut", { startLine: 350_000 }, next)).rejects.toThrow(refusal("conflict"));
  });
});
