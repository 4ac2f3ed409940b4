import { linkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Redactor } from "@drawbridge/core";
import { describe, expect, it, vi } from "vitest";
import { openFiles } from "../../test/stand/open-files.ts";
import { readPage, readPages } from "../../test/stand/read-pages.ts";
import { temporaryFolder } from "../../test/stand/temporary-folder.ts";

const folder = temporaryFolder();
const files = openFiles([folder]);
const put = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);

const refusal = (code: string) => expect.objectContaining({ code });

describe("a part of a text", () => {
  put("five", "one\ntwo\nthree\nfour\nfive\n");
  put("open", "one\ntwo");
  put("nothing", "");

  it.each([
    [{ startLine: 2, endLine: 3 }, "two\nthree\n", "2-3"],
    [{ startLine: 5 }, "five\n", "5"],
    [{ endLine: 1 }, "one\n", "1"],
    [{ startLine: 4, endLine: 1000 }, "four\nfive\n", "4-5"],
    [{ tail: 2 }, "four\nfive\n", "4-5"],
    [{ tail: 5 }, "one\ntwo\nthree\nfour\nfive\n", "1-5"],
    [{ tail: 1000 }, "one\ntwo\nthree\nfour\nfive\n", "1-5"],
  ])("is read: %j", async (wanted, text, lines) => {
    const read = await readPage(files, "five", wanted);
    expect([read.text, read.facts.lines, read.next]).toEqual([text, lines, undefined]);
  });

  it("may be the last line that no newline ends", async () => {
    expect((await readPage(files, "open", { tail: 1 })).text).toBe("two");
    expect((await readPage(files, "open", { startLine: 2 })).text).toBe("two");
  });

  it.each([
    ["five", 6, "5 lines"],
    ["five", 60, "5 lines"],
    ["open", 3, "2 lines"],
    ["nothing", 2, "0 lines"],
  ])("is refused behind the end of %s: line %i", async (name, startLine, words) => {
    await expect(readPage(files, name, { startLine })).rejects.toThrow(refusal("invalid_input"));
    await expect(readPage(files, name, { startLine })).rejects.toThrow(words);
  });

  it("is nothing at all of an empty file, whatever is asked for", async () => {
    expect((await readPage(files, "nothing", { tail: 3 })).text).toBe("");
    expect((await readPage(files, "nothing", { startLine: 1, endLine: 9 })).text).toBe("");
  });
});

describe("a secret that is longer than many pages", () => {
  const secret = Array.from({ length: 4_000 }, (_, at) => `k${at}`).join("");
  const redactor = new Redactor([secret]);
  const read = async (content: string | Buffer, encoding?: string) => {
    put("secret", content);
    const pages = await readPages(files, "secret", { encoding }, 4096, redactor);
    return redactor.text(pages.map(({ text }) => text).join("\n"));
  };

  it.each([
    ["as it is", secret, undefined],
    ["in hexadecimal", Buffer.from(secret).toString("hex"), undefined],
    ["percent-encoded", [...secret].map((each) => `%${each.charCodeAt(0).toString(16)}`).join(""), undefined],
    ["in UTF-16", Buffer.from(`top ${secret} end`, "utf16le"), "utf-16le"],
  ])("is on none of them: %s", async (_, form, encoding) => {
    const shown = await read(typeof form === "string" ? `top ${form} end` : form, encoding);
    expect(shown).toMatch(/^top ⟦redacted/);
    expect(shown).toMatch(/⟧\n* end$/);
    expect(shown.replace(/⟦redacted [^⟧]*⟧|\n/g, "")).toBe("top  end");
  });

  it("takes nothing from a text that only begins so", async () => {
    const other = `${secret.slice(0, -1)}!`;
    expect((await read(`top ${other} end`)).replaceAll("\n", "")).toBe(`top ${other} end`);
  });
});

describe("a hard link", () => {
  it("is read with a note that says so", async () => {
    put("first-name", "shared\n");
    linkSync(join(folder, "first-name"), join(folder, "second-name"));
    const { facts } = await readPage(files, "second-name");
    expect([facts.note, facts.nlink]).toEqual([expect.stringContaining("hard link"), 2]);
    expect((await readPage(files, "five")).facts.note).toBeUndefined();
  });
});

describe("a host that has not taken the answers before", () => {
  put("long", "x".repeat(200_000));
  const never = () => new Promise<void>(() => {});
  const read = (path: string, room: () => Promise<void>) =>
    readPage(files, path, {}, undefined, 300_000, undefined, room);

  it("waits for no short text", async () => {
    expect((await read("five", never)).text).toBe("one\ntwo\nthree\nfour\nfive\n");
  });

  it("keeps no other long text from being read for good", async () => {
    let goOn = () => {};
    const stuck = read("long", () => new Promise((resolve) => (goOn = resolve)));
    expect((await read("long", async () => {})).text).toHaveLength(200_000);
    goOn();
    expect((await stuck).text).toHaveLength(200_000);
    expect((await read("long", async () => {})).text).toHaveLength(200_000);
  });

  it("has long ones read one at a time, once it has", async () => {
    const asked: Array<() => void> = [];
    const room = () => new Promise<void>((resolve) => asked.push(resolve));
    const reading = [read("long", room), read("long", room), read("long", room)];
    for (const [index, each] of reading.entries()) {
      await vi.waitFor(() => expect(asked).toHaveLength(index + 1));
      asked[index]?.();
      expect((await each).text).toHaveLength(200_000);
    }
  });
});
