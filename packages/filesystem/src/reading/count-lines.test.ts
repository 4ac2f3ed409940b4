import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openFiles } from "../../test/stand/open-files.ts";
import { readPage } from "../../test/stand/read-pages.ts";
import { temporaryFolder } from "../../test/stand/temporary-folder.ts";

const folder = temporaryFolder();
const files = openFiles([folder]);
const put = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);

function utf16be(text: string): Buffer {
  return Buffer.from(text, "utf16le").swap16();
}

describe("line endings", () => {
  it.each([
    ["a\nb\n", "lf", 2],
    ["a\nb", "lf", 2],
    ["a\r\nb\r\n", "crlf", 2],
    ["a\r\nb\n", "mixed", 2],
    ["a\rb", "none", 1],
    ["one", "none", 1],
    ["", "none", 0],
    ["\n", "lf", 1],
    ["\n\n\n", "lf", 3],
  ])("of %j are %s, in %i lines", async (text, lineEnding, totalLines) => {
    put("endings", text);
    const { facts } = await readPage(files, "endings");
    expect([facts.line_ending, facts.total_lines]).toEqual([lineEnding, totalLines]);
  });

  it.each(["utf-16le", "utf-16be"])("are told from letters that hold the same bytes in %s", async (encoding) => {
    const text = "\u010d\n\u0a0d\n\u0a0a\u0d0a\u000b";
    put("letters", encoding === "utf-16le" ? Buffer.from(text, "utf16le") : utf16be(text));
    const { facts } = await readPage(files, "letters", { encoding });
    expect([facts.line_ending, facts.total_lines]).toEqual(["lf", 3]);
  });
});
