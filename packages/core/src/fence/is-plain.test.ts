import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPlain } from "./is-plain.ts";
import { makeVisible } from "./make-visible.ts";

const unit = fc.oneof(
  { weight: 20, arbitrary: fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 20 }) },
  fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
  fc.constantFrom(..."\t\n\r\0\b\f\u001b\u007f\u0080\u009b\u00ad\u200b\u202e\ud800\udc00\uffff"),
);

describe("isPlain", () => {
  it("is true of ASCII without controls but tabs and line ends, and of nothing else", () => {
    fc.assert(
      fc.property(fc.array(unit), (units) => {
        const text = units.join("");
        expect(isPlain(text)).toBe(!/[^\t\n\r\x20-\x7e]/.test(text));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([...Array(128).keys()])("tells what character %i is among a long text", (code) => {
    const text = `${"a".repeat(500)}${String.fromCharCode(code)}${"b".repeat(500)}`;
    expect(isPlain(text)).toBe(code === 9 || code === 10 || code === 13 || (code >= 0x20 && code < 0x7f));
  });
});

describe("makeVisible on long texts", () => {
  // Behind so much that is plain, a text is looked through another way; what it shows must be the same.
  const long = "plain text, and more of it; ".repeat(20);

  it("shows the same as on short ones", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.oneof(unit, fc.constantFrom("⟦U+", "\r\n")) }), (text) => {
        expect(makeVisible(`${long}${text}${long}`)).toBe(`${long}${makeVisible(`;${text}p`).slice(1, -1)}${long}`);
      }),
      { numRuns: 1000 },
    );
  });

  it("shows what is dangerous again each time", () => {
    expect([1, 2].map(() => makeVisible(`${long}\u001b`))).toEqual([`${long}⟦U+001B⟧`, `${long}⟦U+001B⟧`]);
    expect([1, 2].map(() => makeVisible(`${long}\r${long}`).includes("⟦U+000D⟧"))).toEqual([true, true]);
  });
});
