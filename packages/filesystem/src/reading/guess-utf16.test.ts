import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guessUtf16 } from "./guess-utf16.ts";

const le = (text: string) => Buffer.from(text, "utf16le");
const be = (text: string) => le(text).swap16();

describe("UTF-16 without a mark", () => {
  it.each(["a\n", "naïve café\r\n", "日本語\n第二行\n", "Привет,\nмир", "😀 x\n", "x\n".repeat(40_000)])(
    "is known in both byte orders: %j",
    (text) => {
      expect([guessUtf16(le(text), true), guessUtf16(be(text), true)]).toEqual(["utf-16le", "utf-16be"]);
    },
  );

  it("may be cut within a character where it goes on", () => {
    const bytes = le("smile\n😀");
    for (const cut of [1, 2, 3]) expect(guessUtf16(bytes.subarray(0, -cut), false)).toBe("utf-16le");
    expect(guessUtf16(bytes.subarray(0, -1), true)).toBeUndefined();
  });

  it.each([
    ["a program", readFileSync(process.execPath).subarray(0, 65_536)],
    ["a few bytes", Buffer.from([0x47, 0, 1, 2])],
    ["zeros", Buffer.alloc(64)],
    ["small numbers", Buffer.from([1, 0, 2, 0, 3, 0, 4, 0])],
    ["text with a zero", Buffer.from("text\0", "latin1")],
    ["a picture", Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x10\b\0", "latin1")],
    ["a lone half of a pair", Buffer.from([0x61, 0, 0x00, 0xd8, 0x61, 0])],
  ])("is not seen in %s", (_, bytes) => {
    expect(guessUtf16(bytes, true)).toBeUndefined();
  });

  it("is known in any text of more ASCII than not", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "Z", " ", "\n", "é", "ж")), fc.boolean(), (characters, big) => {
        const text = `${characters.join("")} line\n`;
        expect(guessUtf16(big ? be(text) : le(text), true)).toBe(big ? "utf-16be" : "utf-16le");
      }),
    );
  });
});
