import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ConnectorError } from "@drawbridge/core";
import { applyPatch } from "diff";
import fc from "fast-check";
import iconv from "iconv-lite";
import { afterAll, describe, expect, it } from "vitest";
import { decodeText } from "./decode-text.ts";
import { editText } from "./edit-text.ts";
import { encodeText } from "./encode-text.ts";
import { unifiedDiff } from "./unified-diff.ts";

const folder = mkdtempSync(join(tmpdir(), "drawbridge-edit-"));
afterAll(() => rmSync(folder, { recursive: true }));

const letters = fc.constantFrom("a", "b", " ", "é");
const line = fc.array(letters, { maxLength: 4 }).map((parts) => parts.join(""));
const ending = fc.constantFrom("\n", "\r\n");

function refusal(work: () => unknown): string {
  try {
    return `done: ${JSON.stringify(work())}`;
  } catch (error) {
    if (ConnectorError.is(error)) return error.message;
    throw error;
  }
}

/** Where a text stands in another, counted in the plainest way. */
function places(text: string, old: string): number {
  let count = 0;
  for (let at = 0; at <= text.length - old.length; at += 1) if (text.startsWith(old, at)) count += 1;
  return count;
}

describe("editText", () => {
  it("does what replacing on lines that end alike does, whatever ends them and the edit", () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 8 }),
        ending,
        ending,
        fc.array(line, { minLength: 1, maxLength: 3 }),
        fc.array(line, { maxLength: 3 }),
        (lines, inFile, inEdit, old, replacement) => {
          const [plain, plainOld, plainNew] = [lines, old, replacement].map((part) => part.join("\n")) as [
            string,
            string,
            string,
          ];
          fc.pre(plainOld !== "" && plainOld !== plainNew && places(plain, plainOld) === 1);
          // A file without line ends has none that new lines could take.
          fc.pre(lines.length > 1 || inFile === "\n");
          const edited = editText(lines.join(inFile), [{ old: old.join(inEdit), new: replacement.join(inEdit) }]);
          expect(edited).toBe(plain.replace(plainOld, () => plainNew).replaceAll("\n", inFile));
        },
      ),
    );
  });

  it("never leaves half a line end behind, nor touches what it was not told to", () => {
    const mixed = fc.array(fc.tuple(line, ending), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        mixed,
        fc.constantFrom("\nb", "a\n", "b", "\n", "\r\na"),
        fc.constantFrom("x", "\nx\n", "\r\n", ""),
        (rows, old, replacement) => {
          const text = rows.flat().join("");
          const said = refusal(() => editText(text, [{ old, new: replacement, all: true }]));
          if (!said.startsWith("done: ")) return;
          expect((JSON.parse(said.slice(6)) as string).replaceAll("\r\n", "")).not.toContain("\r");
        },
      ),
    );
  });

  it.each([
    ["nothing like it", "one\ntwo\n", "something else", /does not stand.*nor anything like it/],
    [
      "something near, with its lines",
      "one\nthe quick brown fox\n",
      "the quick  brown fox",
      /nearest lines are 2 to 2:\n2: the quick brown fox/,
    ],
    ["several places, with theirs", "a\nb\na\n", "a", /2 places[\s\S]*1: a\n3: a/],
    ["itself", "aaa", "aa", /overlaps with itself/],
    ["the same", "a", "a", /the same/],
  ])("refuses an edit whose old meets %s", (_what, text, old, message) => {
    expect(refusal(() => editText(text, [{ old, new: old === "a" && text === "a" ? "a" : "x" }]))).toMatch(message);
  });

  it("applies edits in order, keeps a missing end of the last line, and takes escapes for what they show", () => {
    expect(
      editText("a", [
        { old: "a", new: "b" },
        { old: "b", new: "c\nd" },
      ]),
    ).toBe("c\nd");
    expect(editText("x\u001b[0m", [{ old: "⟦U+001B⟧[0m", new: "" }])).toBe("x");
    expect(editText("x⟦U+001B⟧", [{ old: "⟦U+001B⟧", new: "" }])).toBe("x");
    expect(editText("$1 $&", [{ old: "$1", new: "$&" }])).toBe("$& $&");
  });

  it("makes 200 edits of ten million letters", () => {
    const text = Array.from(
      { length: 200_000 },
      (_, number) => `line ${number} of a file that is large enough to matter`,
    ).join("\n");
    const edits = Array.from({ length: 200 }, (_, number) => ({
      old: `line ${number * 900} of`,
      new: `LINE ${number} of`,
    }));
    expect(editText(text, edits).match(/LINE/g)).toHaveLength(200);
  });

  it.each([
    ["one line of ten million letters", "ab".repeat(5_000_000), "abc"],
    ["a text sought that is as long", "a b\n".repeat(20_000), "a c ".repeat(1_000_000)],
    ["lines that are all alike", "the same line\n".repeat(19_999), `${"the same line\n".repeat(500)}x`],
  ])("explains in few words why nothing matches in %s", (_what, text, old) => {
    expect(refusal(() => editText(text, [{ old, new: "x" }])).length).toBeLessThan(100_000);
  });
});

describe("a file in an encoding of its own", () => {
  const text = "eins\r\nzwei é\r\ndrei";
  it.each([
    ["utf-8 with a mark", Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)]), undefined],
    ["utf-16le", Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode(text, "utf-16le")]), undefined],
    ["utf-16be", Buffer.concat([Buffer.from([0xfe, 0xff]), iconv.encode(text, "utf-16be")]), undefined],
    ["windows-1252", iconv.encode(text, "windows-1252"), undefined],
    ["shift_jis", iconv.encode("日本\r\nzwei é\r\n語".replace("é", "e"), "shift_jis"), "shift_jis"],
  ])("keeps every byte beside an edit: %s", (_what, bytes, requested) => {
    const { text: read, encoding, mark } = decodeText(bytes, requested);
    const write = (content: string) =>
      Buffer.concat([mark, encodeText(content, encoding.label) ?? Buffer.from("none")]);
    expect(write(read)).toEqual(bytes);
    const there = write(editText(read, [{ old: "zwei", new: "ZWEI\nvier" }]));
    expect(write(editText(decodeText(there, requested).text, [{ old: "ZWEI\nvier", new: "zwei" }]))).toEqual(bytes);
  });

  it("is not given what it lacks", () => {
    expect(encodeText("日本", "windows-1252")).toBeUndefined();
    expect(encodeText("\ud800", "utf-8")).toBeUndefined();
    expect(encodeText("日本", "shift_jis")).toEqual(Buffer.from([0x93, 0xfa, 0x96, 0x7b]));
  });

  it("is refused where it would not come back as it was, or is no text", () => {
    expect(refusal(() => decodeText(Buffer.from([0x61, 0xff]), "utf-8"))).toContain("written back");
    expect(refusal(() => decodeText(Buffer.from("a\0b")))).toContain("not text");
  });
});

describe("unifiedDiff", () => {
  const text = fc
    .array(fc.tuple(line, ending), { maxLength: 12 })
    .chain((rows) => line.map((last) => rows.flat().join("") + last));

  it("is a patch that makes the one text of the other", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const patch = unifiedDiff(before, after);
        if (before === after) expect(patch).toBe("");
        else expect(applyPatch(before, patch, { autoConvertLineEndings: false })).toBe(after);
      }),
    );
  });

  it("is one that Git applies", () => {
    const cases = [
      ["a\nb\nc\n", "a\nB\nc\n"],
      ["a\nb", "a\nb\n"],
      ["a\n", ""],
      ["a\r\nb\r\n", "a\r\nc\r\n"],
      ["", "new\n"],
    ] as const;
    for (const [before, after] of cases) {
      const [file, patch] = [join(folder, "file"), join(folder, "patch")];
      writeFileSync(file, before);
      writeFileSync(patch, `--- file\n+++ file\n${unifiedDiff(before, after)}`);
      execFileSync("git", ["apply", "--unsafe-paths", patch], { cwd: folder });
      expect(readIfThere(file)).toBe(after);
    }
  });
});

/** What becomes empty may be removed. */
function readIfThere(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
