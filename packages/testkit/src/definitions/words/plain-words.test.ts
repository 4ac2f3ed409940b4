import { describe, expect, it } from "vitest";
import { plainWords } from "./plain-words.ts";

describe("plainWords", () => {
  it.each([
    ["full-width and mathematical letters", "ｉgnore 𝐚𝐥𝐥", "ignore all"],
    ["what cannot be seen", "ig\u200Dno\u00ADre\u{E0041}", "ignore"],
    ["emphasis", "**always** _call_ `it`", "always call it"],
    ["runs of white space", "a \t b\u00A0\u00A0c \n\n  d", "a b c\nd"],
    ["curly apostrophes", "don’t", "don't"],
  ])("takes off %s", (_, text, plain) => {
    expect(plainWords(text)).toBe(plain);
  });

  it("leaves names whole", () => {
    expect(plainWords("fs_read_many")).toBe("fs_read_many");
  });
});
