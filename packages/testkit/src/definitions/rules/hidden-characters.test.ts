import { describe, expect, it } from "vitest";
import type { Definitions } from "../definitions.ts";

import { hiddenCharacters } from "./hidden-characters.ts";

function judge(text: string, role: "name" | "prose" = "prose") {
  const definitions = { texts: [{ where: "description", text, role }], allowedHosts: ["github.com", "example.com"] };
  return hiddenCharacters(definitions as unknown as Definitions).map(({ problem }) => problem);
}

describe("hiddenCharacters", () => {
  it.each([
    ["tag characters", "Reads.\u{E0041}\u{E0042}", "U+E0041"],
    ["a bidirectional override", "Reads \u202Eetirw", "U+202E"],
    ["a space without width", "Reads\u200B files", "U+200B"],
    ["a control character", "Reads\u0008", "U+0008"],
    ["a joiner that splits a word from those who look for it", "ig\u200Dnore", "U+200D"],
    ["a soft hyphen", "ig\u00ADnore", "U+00AD"],
    ["variation selectors that spell a message", "Reads 😀\uFE01\uFE05\uFE0C", "U+FE01 U+FE05 U+FE0C"],
    ["a tag among what looks like one made visible", "⟦U+001B⟧\u{E0041}", "U+E0041"],
  ])("finds %s", (_, text, found) => {
    expect(judge(text)).toEqual([expect.stringContaining(found)]);
  });

  it.each([
    ["lines and tabs", "Reads.\n\tThen stops.\r\n"],
    ["text about a character", "Control characters are shown as ⟦U+001B⟧."],
    [
      "an emoji of several",
      "Family: 👨‍👩‍👧, heart: ❤️‍🔥, flag: 🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
    ],
    ["a joiner that Persian needs", "می‌خواهم"],
    ["the connector's own punctuation", "Paths of ≥ 1 part … “quoted”, 5 µs"],
  ])("passes %s", (_, text) => {
    expect(judge(text)).toEqual([]);
  });
});
