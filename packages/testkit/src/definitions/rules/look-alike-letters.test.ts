import { describe, expect, it } from "vitest";
import type { Definitions } from "../definitions.ts";

import { lookAlikeLetters } from "./look-alike-letters.ts";

function judge(text: string, role: "name" | "prose" = "prose") {
  const definitions = { texts: [{ where: "description", text, role }], allowedHosts: ["github.com", "example.com"] };
  return lookAlikeLetters(definitions as unknown as Definitions).map(({ problem }) => problem);
}

describe("lookAlikeLetters", () => {
  it.each([
    ["Cyrillic in a name", "fs_re\u0430d", "name", "U+0430"],
    ["full-width letters in a name", "fs_ｒead", "name", "U+FF52"],
    ["what cannot be seen in a name", "fs_\u200Dread", "name", "U+200D"],
    ["Cyrillic in a word of a title", "Re\u0430d file", "prose", "U+0430"],
    ["Greek in a word of a title", "R\u03BFots", "prose", "U+03BF"],
  ] as const)("finds %s", (_, text, role, found) => {
    expect(judge(text, role)).toEqual([expect.stringContaining(found)]);
  });

  it.each([
    ["a plain name", "fs_read_many", "name"],
    ["units and symbols", "5 µs, 2 kΩ, ΔT, λx", "prose"],
    ["letters with accents", "Café, naïve, größe", "prose"],
    ["a word of another script", "Reads файл and λόγος, then stops", "prose"],
  ] as const)("passes %s", (_, text, role) => {
    expect(judge(text, role)).toEqual([]);
  });
});
