import { describe, expect, it } from "vitest";
import { parsedText } from "../../../test/stand/parsed-text.ts";

const outline = async (...lines: string[]) => (await parsedText("yaml", lines.join("\n"))).text;

describe("the outline of YAML", () => {
  it("shows keys with types, counts and lines", async () => {
    expect(
      await outline("# c", "name: x", "on: true", "none:", "list:", "  - a: 1", "  - 2", "'': {}", "? [k]", ": v", ""),
    ).toBe(
      "2-10: object of 6 keys\n  2: name: string\n  3: on: boolean\n  4: none: null\n  5-7: list: array of 2\n" +
        '    6: [0]: object of 1 key\n      6: a: number\n    7: [1]: number\n  8: "": object of 0 keys\n' +
        "  9: (a key of several values): string\n",
    );
  });

  it("shows each document of a file", async () => {
    expect(await parsedText("yaml", "a: 1\n---\n- b\n")).toEqual({
      facts: { documents: 2 },
      text: "1: document 1: object of 1 key\n  1: a: number\n3: document 2: array of 1\n  3: [0]: string\n",
    });
  });

  it("is empty for an empty file", async () => {
    expect(await outline("")).toBe("");
  });

  it("names aliases and never follows them", async () => {
    expect(await outline("base: &b {x: 1}", "use: *b", "merge: {<<: *b}")).toContain("  2: use: *b\n");
    const laughs = Array.from(
      { length: 30 },
      (_, level) => `l${level + 1}: &l${level + 1} [${Array(9).fill(`*l${level}`)}]`,
    );
    expect(await outline("l0: &l0 [x]", ...laughs)).toContain("l30: array of 9");
  });

  it("says where a text is broken", async () => {
    await expect(outline("a: 1", "b: [2", "c: 3")).rejects.toThrow(
      /invalid_input: The YAML is broken: .* at line \d.*fs_read/,
    );
  });
});
