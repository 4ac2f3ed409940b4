import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsedText } from "../../../test/stand/parsed-text.ts";

const outline = async (text: string) => (await parsedText("json", text)).text;

describe("the outline of JSON", () => {
  it("shows keys with types, counts and lines", async () => {
    const text = JSON.stringify({ name: "x", on: true, none: null, list: [{ a: 1 }, 2], "": {} }, null, 1);
    expect(await outline(text)).toBe(
      "1-12: object of 5 keys\n  2: name: string\n  3: on: boolean\n  4: none: null\n  5-10: list: array of 2\n" +
        '    6-8: [0]: object of 1 key\n      7: a: number\n    9: [1]: number\n  11: "": object of 0 keys\n',
    );
  });

  it("takes comments and commas at the end, as configuration files have them", async () => {
    expect(await outline('// c\n{ "a": [1, /* d */ 2,], }')).toContain("a: array of 2");
  });

  it("shows the first of many, and counts them all", async () => {
    expect(await outline(JSON.stringify(Array.from({ length: 5000 }, (_, index) => index)))).toBe(
      "1: array of 5000\n  1: [0]: number\n  1: [1]: number\n  1: [2]: number\n  … 4997 more\n",
    );
    const keys = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`k${index}`, index]));
    expect((await outline(JSON.stringify(keys))).trimEnd().split("\n")).toHaveLength(102);
  });

  it("shows no more than so many levels and values, and stays small", async () => {
    const deep = `${'{"a":'.repeat(500)}1${"}".repeat(500)}`;
    expect((await outline(deep)).split("\n").length).toBeLessThan(15);
    const wide = JSON.stringify(
      Array.from({ length: 100 }, () =>
        Object.fromEntries(
          Array.from({ length: 100 }, (_, key) => [
            key,
            [
              [1, 2, 3],
              [4, 5, 6],
            ],
          ]),
        ),
      ),
    );
    const nested = `{${Array.from({ length: 100 }, (_, key) => `"k${key}":${wide.slice(0, wide.length)}`).join(",")}}`;
    expect((await outline(nested)).split("\n").length).toBeLessThan(8000);
  });

  it.each([
    ["{", "line 1, column 2"],
    ['{\n "a": [1,\n}', "line 3, column 1"],
    ["[1] [2]", "line 1, column 5"],
    ["", "line 1, column 1"],
    ["{'a': 1}", "line 1, column 2"],
  ])("says where %j is broken", async (text, where) => {
    await expect(outline(text)).rejects.toThrow(new RegExp(`invalid_input: The JSON is broken at ${where}.*fs_read`));
  });

  it("refuses a hundred thousand levels in words", async () => {
    for (const [open, close] of [
      ["[", "]"],
      ['{"a":', "}"],
    ] as const) {
      const text = `${open.repeat(100_000)}1${close.repeat(100_000)}`;
      await expect(outline(text)).rejects.toThrow("nested too deep");
    }
  });

  it("reads whatever JSON can carry", async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), async (text) => {
        expect(await outline(text)).not.toBe("");
      }),
    );
  });
});
