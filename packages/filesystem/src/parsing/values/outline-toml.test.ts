import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsedText } from "../../../test/stand/parsed-text.ts";

const outline = async (...lines: string[]) => (await parsedText("toml", lines.join("\n"))).text;

describe("the outline of TOML", () => {
  it("shows tables with their keys, types and lines", async () => {
    expect(
      await outline(
        "# a comment",
        'title = "x"',
        "[package]",
        'name = "bread"',
        "tags = [1, 2.5, true, 2026-11-26]",
        "",
        "[[bin]]",
        'path = "a"',
        "[[bin]]",
        "opts = { a = 1, b.c = 2 }",
        '[tool."odd key".x]',
        "",
      ),
    ).toBe(
      [
        "1-12: object of 5 keys",
        "  2: title: string",
        "  3-5: [package]: object of 2 keys",
        "    4: name: string",
        "    5: tags: array of 4",
        "      5: [0]: number",
        "      5: [1]: number",
        "      5: [2]: boolean",
        "      … 1 more",
        "  7-8: [[bin]]: object of 1 key",
        "    8: path: string",
        "  9-10: [[bin]]: object of 1 key",
        "    10: opts: object of 2 keys",
        "      10: a: number",
        "      10: b.c: number",
        '  11: [tool."odd key".x]: object of 0 keys',
        "",
      ].join("\n"),
    );
  });

  it.each([
    ["a table that does not end", "[package\nname = 1"],
    ["a key without a value", "name ="],
    ["JSON", '{"a": 1}'],
    ["a table that stands twice", "[a]\n[a]"],
  ])("says where it is broken: %s", async (_, text) => {
    await expect(outline(text)).rejects.toThrow(/TOML is broken in line \d/);
  });

  it("is an outline or a reason, whatever the text, and of what is deep and long too", async () => {
    const line = fc.oneof(fc.constantFrom("[a]", "[[b]]", "x = 1", 'y = """', "z = [", "]", "# c", ""), fc.string());
    await fc.assert(
      fc.asyncProperty(fc.array(line), async (lines) => {
        const text = await outline(...lines).catch((error: Error) => error.message);
        expect(text).toMatch(/object of|broken|parsed/);
      }),
      { numRuns: 200 },
    );
    await expect(outline(`x = ${"[".repeat(100_000)}`)).rejects.toThrow(/broken|deep/);
    expect(await outline(...Array.from({ length: 5000 }, (_, index) => `[[p]]\nn = ${index}`))).toContain("more");
  });
});
