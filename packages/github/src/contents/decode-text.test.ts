import fc from "fast-check";
import { expect, it } from "vitest";
import { decodeText } from "./decode-text.ts";

const texts = fc.array(fc.constantFrom("a", "é", "€", "𝄞", "\r\n", "\t")).map((parts) => parts.join(""));

it("gives the same bytes again for whatever is UTF-8", () => {
  fc.assert(
    fc.property(texts, fc.constantFrom("", "\uFEFF"), (text, mark) => {
      const bytes = Buffer.from(`${mark}${text}`);
      const { text: decoded, encoding } = decodeText(bytes, "a.txt");
      expect([Buffer.from(decoded).equals(bytes), encoding]).toEqual([true, undefined]);
    }),
  );
});

it.each([
  [Buffer.from("\uFEFFé", "utf16le"), "é", "utf-16le"],
  [Buffer.from([0xfe, 0xff, 0x00, 0xe9]), "é", "utf-16be"],
  [Buffer.from([0xe9]), "é", "iso-8859-1, guessed"],
])("says of %o how it is written", (bytes, text, encoding) => {
  expect(decodeText(bytes, "a.txt")).toEqual({ text, encoding });
});

it("says of what is no text how large it is", () => {
  expect(() => decodeText(Buffer.from([1, 0, 2]), "a.bin")).toThrow("a.bin is binary, 3 bytes");
});
