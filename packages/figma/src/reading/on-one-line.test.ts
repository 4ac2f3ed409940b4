import { makeVisible } from "@drawbridge/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { onOneLine } from "./on-one-line.ts";
import { quoted } from "./quoted.ts";

describe("what others wrote, as a part of a line", () => {
  it.each([
    ["a line end", 'Inter\nframe "B" 1:2', 'Inter\\u000aframe "B" 1:2'],
    ["an override of the direction", "gnp\u202efdp", "gnp\\u202efdp"],
    ["a letter of the tag block", "a\u{e0041}b", "a\\udb40\\udc41b"],
    ["what looks like an escape of core's", "⟦U+202E⟧", "\\u27e6U+202E⟧"],
    ["what only an escaped character made visible", "x\ufe0f\u200d👩", "x\\ufe0f\\u200d👩"],
  ])("has an escape for %s", (_, text, line) => {
    expect(onOneLine(text)).toBe(line);
  });

  it.each(["Ж 字 Ü 🙂", "👩\u200d👩\u200d👧", "❤\ufe0f", "می\u200cخواهم"])(
    "is as it was where it can be seen: %s",
    (text) => {
      expect(onOneLine(text)).toBe(text);
    },
  );

  it("has one line, and nothing that is escaped once more", () => {
    const unit = fc.oneof(
      fc.string({ unit: "binary", maxLength: 3 }),
      fc.constantFrom("\n", "\r", "\u200d", "\ufe0f", "\u202e", "⟦U+", "⟧", "👩", "字"),
    );
    fc.assert(
      fc.property(fc.array(unit), (units) => {
        const line = onOneLine(units.join(""));
        expect(line).not.toMatch(/\p{Cc}/u);
        expect(makeVisible(line)).toBe(line);
      }),
      { numRuns: 2000 },
    );
  });

  it("between quotes is JSON of the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(JSON.parse(quoted(text))).toBe(text);
      }),
    );
  });
});
