import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { assertWholeCharacters } from "./assert-whole-characters.ts";
import { cutsCharacter } from "./cuts-character.ts";

const asLatin = (bytes: Buffer) => iconv.decode(bytes, "windows-1252");
const refused = expect.objectContaining({ code: "refused" });

describe("a replacement in a file whose encoding is guessed", () => {
  const japanese = asLatin(iconv.encode("表示/山 and ASCII\n", "shift_jis"));

  it("is refused where it would cut a character in two", () => {
    expect(() => assertWholeCharacters(japanese, [japanese.indexOf("\\")], 1)).toThrow(refused);
  });

  it("is let pass beside such characters", () => {
    expect(() => assertWholeCharacters(japanese, [japanese.indexOf("ASCII")], 5)).not.toThrow();
    expect(() => assertWholeCharacters(japanese, [0], japanese.indexOf("/"))).not.toThrow();
  });

  it.each(["Le café était protégé par la forêt.\n", "Über den Wolken, naïve Grüße\n", "señor, ¿qué más?\n"])(
    "is let pass for each word of a text of western Europe: %s",
    (text) => {
      for (const { 0: word, index } of text.matchAll(/[^\s,.?¿]+/g))
        expect(() => assertWholeCharacters(text, [index], word.length)).not.toThrow();
    },
  );

  it("is told far into a text as well", () => {
    const large = asLatin(Buffer.alloc(1_000_000, iconv.encode("表示/山 and ASCII\n", "shift_jis")));
    expect(() => assertWholeCharacters(large, [large.lastIndexOf("\\")], 1)).toThrow(refused);
    expect(() => assertWholeCharacters(large, [large.lastIndexOf("ASCII")], 5)).not.toThrow();
  });

  it.each(["shift_jis", "gb18030", "big5", "euc-kr", "euc-jp"] as const)(
    "finds every byte within a character of %s",
    (encoding) => {
      fc.assert(
        fc.property(fc.array(fc.constantFrom(..."a\\|表示山中文字가나あア 1"), { maxLength: 30 }), (characters) => {
          const parts = characters
            .map((one) => iconv.encode(one, encoding))
            .filter((one) => !one.equals(Buffer.from("?")));
          const starts = new Set<number>();
          let length = 0;
          for (const part of parts) {
            starts.add(length);
            length += part.length;
          }
          const bytes = Buffer.concat(parts);
          for (let at = 0; at < length; at += 1) expect(cutsCharacter(bytes, [at], encoding)).toBe(!starts.has(at));
          expect(cutsCharacter(bytes, [...starts, length], encoding)).toBe(false);
        }),
      );
    },
  );
});
