import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openFiles } from "../../test/stand/open-files.ts";
import { readPage, readPages } from "../../test/stand/read-pages.ts";
import { temporaryFolder } from "../../test/stand/temporary-folder.ts";

const folder = temporaryFolder();
const files = openFiles([folder]);
const put = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);
const joined = (pages: ReadonlyArray<{ readonly text: string }>) => pages.map(({ text }) => text).join("");

const refusal = (code: string) => expect.objectContaining({ code });

function utf16be(text: string): Buffer {
  return Buffer.from(text, "utf16le").swap16();
}

describe("the pages of a text", () => {
  const ending = fc.constantFrom("\n", "\r\n", "\r", "");
  const line = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 200 }),
    fc.string({ unit: fc.constantFrom("😀", "é", "日", "a", "\u001b", "\u202e"), maxLength: 60 }),
  );
  const text = fc.array(fc.tuple(line, ending), { maxLength: 30 }).map((lines) =>
    lines
      .flat()
      .join("")
      .replaceAll("\0", "")
      .replace(/^\ufeff+/, ""),
  );
  const pageSize = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 40, max: 4000 }));

  const encodings: ReadonlyArray<readonly [string, (text: string) => Buffer]> = [
    ["utf-8", (content) => Buffer.from(content)],
    ["utf-16le", (content) => Buffer.from(content, "utf16le")],
    ["utf-16be", utf16be],
  ];
  it.each(encodings)("are, one after the other, the whole of it in %s", async (encoding, encode) => {
    await fc.assert(
      fc.asyncProperty(text, pageSize, async (content, most) => {
        put("paged", encode(content));
        expect(joined(await readPages(files, "paged", { encoding, most }))).toBe(content);
      }),
      { numRuns: 150 },
    );
  });

  it("are the whole of it too where the server's own limit makes them", async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 50, max: 2000 }), async (content, pageBytes) => {
        put("paged", content);
        expect(joined(await readPages(files, "paged", { encoding: "utf-8" }, pageBytes))).toBe(content);
      }),
      { numRuns: 100 },
    );
  });

  it("are numbered without a gap", async () => {
    await fc.assert(
      fc.asyncProperty(text, pageSize, async (content, most) => {
        put("paged", content);
        let newlines = 0;
        for (const { text: page, facts } of await readPages(files, "paged", { encoding: "utf-8", most })) {
          if (page === "") continue;
          const within = page.split("\n").length - 1;
          const last = newlines + within + (page.endsWith("\n") ? 0 : 1);
          expect(facts.lines).toBe(last === newlines + 1 ? `${last}` : `${newlines + 1}-${last}`);
          newlines += within;
        }
      }),
      { numRuns: 100 },
    );
  });

  it("hold just the lines that were asked for, as a plain split finds them", async () => {
    const bound = fc.integer({ min: 1, max: 40 });
    await fc.assert(
      fc.asyncProperty(text, bound, bound, pageSize, async (content, from, more, most) => {
        put("paged", content);
        const lines = content.split(/(?<=\n)/).filter((one) => one !== "");
        fc.pre(from <= Math.max(1, lines.length));
        const wanted = { encoding: "utf-8", startLine: from, endLine: from + more - 1, most };
        expect(joined(await readPages(files, "paged", wanted))).toBe(lines.slice(from - 1, from - 1 + more).join(""));
      }),
      { numRuns: 200 },
    );
  });

  it("hold just the last lines that were asked for", async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 40 }), pageSize, async (content, tail, most) => {
        put("paged", content);
        const lines = content.split(/(?<=\n)/).filter((one) => one !== "");
        expect(joined(await readPages(files, "paged", { encoding: "utf-8", tail, most }))).toBe(
          lines.slice(-tail).join(""),
        );
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ["shift_jis", Buffer.from([0x93, 0xfa, 0x96, 0x7b])],
    ["gb18030", Buffer.from([0xc4, 0xe3, 0x94, 0x39, 0xda, 0x33])],
    ["euc-jp", Buffer.from([0xc6, 0xfc, 0x8f, 0xb0, 0xa1])],
    ["big5", Buffer.from([0xa4, 0xa4, 0xa4, 0xe5])],
  ])("cut no character of %s in two", async (encoding, bytes) => {
    const content = Buffer.concat([Buffer.from("x"), ...Array.from({ length: 500 }, () => bytes)]);
    put("long-line", content);
    for (const most of [5, 6, 7, 100, 101]) {
      const pages = await readPages(files, "long-line", { encoding, most });
      expect(joined(pages)).toBe(new TextDecoder(encoding).decode(content));
    }
  });

  it("take a line of 3 MB in parts that say so", async () => {
    const content = "0123456789😀".repeat(225_000);
    put("wide", content);
    const pages = await readPages(files, "wide");
    expect(joined(pages)).toBe(content);
    expect(pages.slice(0, -1).every(({ facts }) => facts.cut !== undefined && facts.lines === "1")).toBe(true);
    expect(pages.at(-1)?.facts.cut).toBeUndefined();
  });

  it("end with a conflict when the file was changed between two", async () => {
    put("changing", "line\n".repeat(100));
    const { next } = await readPage(files, "changing", { most: 50 });
    put("changing", "LINE\n".repeat(100));
    await expect(readPage(files, "changing", { most: 50 }, next)).rejects.toThrow(refusal("conflict"));
  });
});
