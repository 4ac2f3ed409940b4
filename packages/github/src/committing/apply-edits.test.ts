import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits } from "./apply-edits.ts";

const edit = (old_text: string, new_text: string) => ({ old_text, new_text });

describe("applyEdits", () => {
  it("replaces a stretch and nothing around it, whatever the texts hold", () => {
    const text = fc.array(fc.constantFrom("a", "é", "𝄞", "\n", " ", "stretch")).map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, text, text, (before, replacement, after) => {
        const edited = applyEdits(`${before}§stretch§${after}`, [edit("§stretch§", replacement)], "a.txt");
        expect(edited).toBe(`${before}${replacement}${after}`);
      }),
    );
  });

  it("keeps every line end of Windows where all are", () => {
    const line = fc.stringMatching(/^[a-z ]{0,8}$/);
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), fc.array(line, { minLength: 1 }), (lines, added) => {
        const text = ["first", "second", ...lines, ""].join("\r\n");
        const edited = applyEdits(text, [edit("first\nsecond", ["new", ...added].join("\n"))], "a.txt");
        expect(edited).toBe(["new", ...added, ...lines, ""].join("\r\n"));
      }),
    );
  });

  it("makes edits one after the other, each on what the one before left", () => {
    expect(applyEdits("a b c", [edit("a", "x"), edit("x b", "y")], "a.txt")).toBe("y c");
  });

  it("takes a replacement as it is", () => {
    expect(applyEdits("price: 1", [edit("1", "$& $1 $$")], "a.txt")).toBe("price: $& $1 $$");
  });

  it.each([
    ["aaa", "aa", "at line:column 1:1, 1:2."],
    ["x\nyx\n", "x", "at line:column 1:1, 2:2."],
    ["x".repeat(30), "x", "1:20 and more."],
  ])("tells where a stretch stands several times in %j", (text, old, places) => {
    expect(() => applyEdits(text, [edit(old, "z")], "a.txt")).toThrow(places);
  });

  it.each([
    ["if (a) {\n\treturn b;\n}\n", "if (a) {\n  return c;\n}", 'Line 1 comes nearest: "if (a) {\\n\\treturn b;\\n}"'],
    [
      "one\nconst total = sum(items);\n",
      "const totals = sum(item);",
      'Line 2 comes nearest: "const total = sum(items);"',
    ],
    ["one\ntwo\n", "nothing of the sort", "Nothing like it was found"],
    ["", "x", "Nothing like it was found"],
    ["one\n", "\n\n\n", "Nothing like it was found"],
  ])("tells what of %j comes nearest to %j", (text, old, told) => {
    expect(() => applyEdits(text, [edit(old, "z")], "a.txt")).toThrow(told);
  });
});
