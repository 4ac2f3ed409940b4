import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonBytes } from "./json-bytes.ts";

describe("jsonBytes", () => {
  it("says what JSON takes, whatever the text", () => {
    const unit = fc.oneof(
      fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
      fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 20 }),
      fc.constantFrom(...'"\\\n\r\t\b\f\0\u001b\u007f\ud800\udc00ü日'),
    );
    fc.assert(
      fc.property(fc.array(unit), (units) => {
        const text = units.join("");
        expect(jsonBytes(text, Buffer.byteLength(text))).toBe(Buffer.byteLength(JSON.stringify(text)));
      }),
      { numRuns: 300 },
    );
  });

  it("counts what JSON escapes in ASCII", () => {
    expect(jsonBytes('say "hi"\t\\\r\n', 12)).toBe(12 + 6 + 2);
  });
});
