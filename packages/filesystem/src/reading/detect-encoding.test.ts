import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openFiles } from "../../test/stand/open-files.ts";
import { readPage } from "../../test/stand/read-pages.ts";
import { temporaryFolder } from "../../test/stand/temporary-folder.ts";

const folder = temporaryFolder();
const files = openFiles([folder]);
const put = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);

const refusal = (code: string) => expect.objectContaining({ code });

function utf16be(text: string): Buffer {
  return Buffer.from(text, "utf16le").swap16();
}

describe("a text's encoding", () => {
  const shiftJis = Buffer.from([0x93, 0xfa, 0x96, 0x7b, 0x0a]);

  it.each([
    ["UTF-8", Buffer.from("naïve 日本 😀\n"), undefined, "utf-8", "naïve 日本 😀\n"],
    ["UTF-8 with a mark", Buffer.from("\ufeffnaïve\n"), undefined, "utf-8", "naïve\n"],
    ["UTF-16LE with a mark", Buffer.from("\ufeffnaïve 😀\n", "utf16le"), undefined, "utf-16le", "naïve 😀\n"],
    ["UTF-16BE with a mark", utf16be("\ufeffnaïve 😀\n"), undefined, "utf-16be", "naïve 😀\n"],
    ["UTF-16LE by request", Buffer.from("naïve\n", "utf16le"), "utf-16le", "utf-16le", "naïve\n"],
    ["UTF-16BE by request", utf16be("naïve\n"), "UTF-16BE", "utf-16be", "naïve\n"],
    [
      "windows-1252 as a guess",
      Buffer.from("na\xefve \x80\n", "latin1"),
      undefined,
      "windows-1252 (guessed)",
      "naïve €\n",
    ],
    ["Shift_JIS by request", shiftJis, "shift_jis", "shift_jis", "日本\n"],
    ["nothing", Buffer.alloc(0), undefined, "utf-8", ""],
    ["only a mark", Buffer.from("\ufeff"), undefined, "utf-8", ""],
  ])("is found: %s", async (name, bytes, encoding, label, text) => {
    put(name, bytes);
    const read = await readPage(files, name, { encoding });
    expect([read.facts.encoding, read.text, read.next]).toEqual([label, text, undefined]);
  });

  it("keeps a mark in the midst of a text", async () => {
    put("mid-mark", "a\ufeffb\n");
    expect((await readPage(files, "mid-mark")).text).toBe("a\ufeffb\n");
  });

  it("is not there in a binary file, which is refused", async () => {
    put("binary", Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2]));
    await expect(readPage(files, "binary")).rejects.toThrow(refusal("refused"));
  });

  it.each(["no-such", "", "replacement", "utf-8\0"])("cannot be asked for as %j", async (encoding) => {
    put("any", "any");
    await expect(readPage(files, "any", { encoding })).rejects.toThrow(refusal("invalid_input"));
  });
});
