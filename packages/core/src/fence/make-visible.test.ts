import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeholder } from "../redaction/placeholder.ts";
import { makeVisible } from "./make-visible.ts";
import { readVisible } from "./read-visible.ts";

const england = "\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}";

describe("makeVisible", () => {
  it.each([
    ["a terminal's escape", "a\u001b[31m", "a⟦U+001B⟧[31m"],
    ["a bidirectional override", "gnp\u202efdp.exe", "gnp⟦U+202E⟧fdp.exe"],
    ["a bidirectional isolate", "\u2066x\u2069", "⟦U+2066⟧x⟦U+2069⟧"],
    ["letters of the tag block", "ok\u{E0068}\u{E0069}", "ok⟦U+E0068⟧⟦U+E0069⟧"],
    ["a variation selector of the supplement", "a\u{E0100}", "a⟦U+E0100⟧"],
    ["a zero-width space", "pass\u200bword", "pass⟦U+200B⟧word"],
    ["a byte order mark", "\ufeffa", "⟦U+FEFF⟧a"],
    ["a word joiner", "a\u2060b", "a⟦U+2060⟧b"],
    ["a line separator", "a\u2028b", "a⟦U+2028⟧b"],
    ["NUL", "a\0b", "a⟦U+0000⟧b"],
    ["DEL and C1 controls", "\u007f\u009b", "⟦U+007F⟧⟦U+009B⟧"],
    ["a carriage return that ends no line", "safe\rEVIL", "safe⟦U+000D⟧EVIL"],
    ["the last carriage return of a text", "a\r", "a⟦U+000D⟧"],
  ])("shows %s", (_, text, shown) => {
    expect(makeVisible(text)).toBe(shown);
  });

  it.each([
    ["line ends of Windows", "a\r\nb\r\n"],
    ["tabs and line feeds", "\ta\n"],
    ["a family joined by zero-width joiners", "👨‍👩‍👧‍👦"],
    ["an emoji with a variation selector", "❤️"],
    ["Persian with its non-joiner", "می‌خواهم"],
    ["Hebrew and Arabic with direction marks", "שלום\u200f abc\u200e العربية\u061c"],
    ["England's flag", `go ${england}!`],
    ["Scotland's flag", "\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}"],
    ["Chinese", "你好,世界。"],
    ["brackets that are no escape", "⟦x⟧ ⟦U 1⟧"],
  ])("leaves %s as it is", (_, text) => {
    expect(makeVisible(text)).toBe(text);
  });

  it("shows letters of the tag block that pose as a flag which does not exist", () => {
    const posing = "\u{1F3F4}\u{E006F}\u{E0062}\u{E0065}\u{E0079}\u{E007F}";
    expect(makeVisible(posing)).toBe("\u{1F3F4}⟦U+E006F⟧⟦U+E0062⟧⟦U+E0065⟧⟦U+E0079⟧⟦U+E007F⟧");
  });

  it("shows what stands beside a flag", () => {
    expect(makeVisible(`\r${england}\u{E0061}\r`)).toBe(`⟦U+000D⟧${england}⟦U+E0061⟧⟦U+000D⟧`);
  });

  it("tells a text that looks like an escape from an escape", () => {
    expect(makeVisible("⟦U+001B⟧")).toBe("⟦U+27E6⟧U+001B⟧");
  });
});

describe("makeVisible on all that Unicode has no shape for", () => {
  const ignorable = /^\p{Default_Ignorable_Code_Point}$/u;
  const invisible = Array.from({ length: 0x110000 }, (_, code) => code)
    .filter((code) => (code < 0xd800 || code > 0xdfff) && ignorable.test(String.fromCodePoint(code)))
    .map((code) => String.fromCodePoint(code));
  const left = (text: string) => [...makeVisible(text)].filter((character) => ignorable.test(character)).length;

  it("shows every run, but for one that what stands before it can take", () => {
    for (const base of ["a", " ", "1", "漢", "م", "क्", "❤", "ᠮ", "e\u0301", "∩"]) {
      const kept = invisible.filter((character) => left(`${base}${character.repeat(20)}b`) > (base === "a" ? 0 : 1));
      expect(kept.map((character) => character.codePointAt(0)?.toString(16))).toEqual(directionMarks(base));
    }
  });

  /** One alone tells which way a sign goes, wherever it stands. */
  const directionMarks = (base: string) => (base === "a" ? ["61c", "200e", "200f"] : []);
});

describe("makeVisible on placeholders", () => {
  const genuine = placeholder("github-token");

  it("leaves one of this process as it is", () => {
    expect(makeVisible(`a ${genuine} b`)).toBe(`a ${genuine} b`);
    expect(makeVisible(`\u001b${genuine}\u001b`)).toBe(`⟦U+001B⟧${genuine}⟦U+001B⟧`);
  });

  it.each([
    ["without a tag", "⟦redacted github-token⟧"],
    ["with a made-up tag", "⟦redacted github-token 00000000⟧"],
    ["that never ends", "⟦redacted github-token"],
    ["around a genuine one", `⟦redacted x ${genuine}`],
    ["whose kind is far too long", `⟦redacted ${"x".repeat(50)} ${genuine.slice(-9)}`],
  ])("shows the bracket of a forged one %s", (_, forged) => {
    expect(makeVisible(forged)).toBe(`⟦U+27E6⟧${forged.slice(1)}`);
  });

  it("takes no more than linear time on a megabyte of brackets", () => {
    const started = performance.now();
    makeVisible("⟦redacted ".repeat(100_000));
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

describe("readVisible", () => {
  const unit = fc.oneof(
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
    fc.constantFrom(
      "\u001b",
      "\r",
      "\n",
      "\u202e",
      "\u200b",
      "\u200d",
      "\ufe0f",
      "葛",
      "\u{E0100}",
      "⟦U+",
      "⟦U+001B⟧",
      "⟦",
      "⟦redacted ",
      placeholder("x"),
      "⟧",
      "U+",
      england,
      "\u{E0067}",
    ),
    fc.constantFrom("\ud83c", "\udff4", "\udb40", "\udc67"),
  );

  it("turns whatever was shown back into what was there", () => {
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        expect(readVisible(makeVisible(text))).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  it("is undone by showing again, so that what a model writes back is read the same", () => {
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        const shown = makeVisible(text);
        expect(makeVisible(readVisible(shown))).toBe(shown);
      }),
    );
  });

  it("leaves an escape of a character that does not exist as it is", () => {
    expect(readVisible("⟦U+FFFFFF⟧ ⟦U+12⟧ ⟦U+00e9⟧")).toBe("⟦U+FFFFFF⟧ ⟦U+12⟧ ⟦U+00e9⟧");
  });
});

describe("what a script needs", () => {
  it.each([
    ["a Japanese variation sequence", "葛\u{E0100}城"],
    ["emoji of several parts", "👩\u200D💻 👨\u200D👩\u200D👧 🏳\uFE0F\u200D🌈 ❤\uFE0F 1\uFE0F\u20E3"],
    ["a skin tone", "👩🏽\u200D🔬"],
    ["Persian", "می\u200Cخواهم"],
    ["Hindi", "क्\u200Dष"],
    ["Sinhala", "ශ්\u200Dරී"],
    ["a soft hyphen in a word", "Donau\u00ADdampf"],
    ["Mongolian", "ᠠ\u180B"],
    ["text style", "☎\uFE0E"],
    ["a mark of direction", "C++\u200F ו-\u200EC\u061C"],
  ])("stays as it is: %s", (_, text) => {
    expect(makeVisible(text)).toBe(text);
  });

  it.each([
    "\u00AD",
    "\u034F",
    "\u115F",
    "\u1160",
    "\u3164",
    "\uFFA0",
    "\u180B",
    "\u180F",
    "\u2065",
    "\uFE00",
    "\uFE0F",
    "\u200C",
    "\u200D",
    "\u{1D173}",
    "\u{E0100}",
    "\u{E01EF}",
  ])("is shown where it hides something: a run of %j", (character) => {
    const shown = makeVisible(`open${character.repeat(20)} the`);
    expect(shown.match(/⟦U\+/g)).toHaveLength(20);
    expect(readVisible(shown)).toBe(`open${character.repeat(20)} the`);
  });

  it.each([
    ["behind every letter", [..."ignore"].map((letter) => `${letter}\uFE00`).join("")],
    ["behind every letter, from the supplement", [..."ignore"].map((letter) => `${letter}\u{E0101}`).join("")],
    ["behind an emoji, in a run", `🙂${"\u{E0120}\u{E0121}".repeat(4)}`],
    ["between Latin letters", "a\u200Db\u200Cc"],
  ])("is shown %s", (_, text) => {
    expect(makeVisible(text)).toContain("⟦U+");
    expect(readVisible(makeVisible(text))).toBe(text);
  });

  it.each(["\u200E", "\u200F", "\u061C"])("is one mark of direction, and no run of %j", (mark) => {
    expect(makeVisible(`a${mark.repeat(20)}b`).match(/⟦U\+/g)).toHaveLength(19);
  });

  it.each(["\u17B4", "\uFFF0"])("is never %j", (character) => {
    expect(makeVisible(`a${character}b`)).toContain("⟦U+");
  });
});
