import { fileURLToPath } from "node:url";
import { makeVisible } from "@drawbridge/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inAddress } from "./in-address.ts";

describe.skipIf(process.platform === "win32")("a path in an address, which begins with a drive on Windows,", () => {
  it("stays legible", () => {
    expect(inAddress("/srv/日本/файл-(1)+é.md")).toBe("/srv/日本/файл-(1)+é.md");
  });

  it("is the same path once it is decoded, and is shown as it is", () => {
    const odd = fc.constantFrom("%41", "?", "#", "\\", "\n", "\t", " ", "⟦U+001B⟧", "\u200b", "\u3164", "\u0301", "C|");
    const name = fc
      .array(fc.oneof(odd, fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" })), { minLength: 1 })
      .map((parts) => parts.join("").replace(/[/\0]/g, ""))
      .filter((text) => !/^\.{0,2}$/.test(text));
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), (names) => {
        const path = `/${names.join("/")}`;
        const written = inAddress(path);
        expect(fileURLToPath(`file://${written}`)).toBe(path);
        expect(makeVisible(written)).toBe(written);
      }),
      { numRuns: 2000 },
    );
  });
});
