import fc from "fast-check";
import { countTokens } from "gpt-tokenizer/encoding/o200k_base";
import { describe, expect, it } from "vitest";
import { estimateTokens } from "./estimate-tokens.ts";
import { knownWords } from "./known-words.ts";
import { tokenPairs } from "./token-pairs.ts";
import { isTokenTriple } from "./token-triples.ts";

const marks = Array.from({ length: 0x7f - 0x21 }, (_, index) => String.fromCharCode(0x21 + index)).filter(
  (character) => !/[A-Za-z0-9]/.test(character),
);

describe("estimateTokens", () => {
  it("is never below what the tokenizer counts, whatever the text", () => {
    const texts = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.string({ unit: "grapheme", maxLength: 60 }),
      fc.string({ unit: fc.constantFrom(..." abcXYZ019\n\"'/\\:;#@.-_é字😀"), maxLength: 60 }),
      fc
        .array(fc.constantFrom(...knownWords.keys(), " ", "'s", "/", "\\n", ' "', ":", "12"), { maxLength: 20 })
        .map((all) => all.join("")),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(estimateTokens(text)).toBeGreaterThanOrEqual(countTokens(text));
      }),
      { numRuns: 1500 },
    );
  });

  it("is near to it for what a tree is made of", () => {
    const line =
      '  frame "Header" 12:34 @16,24 343x48 fill-w row gap:8 pad:12,16 items:center fill:#FFF font:t2 "Sign in"';
    expect(estimateTokens(line)).toBeLessThanOrEqual(countTokens(line) * 1.1);
  });
});

describe("what it knows of the vocabulary", () => {
  it("has words that are one token behind a space, and a token more behind a mark", () => {
    for (const [word, bare] of knownWords) {
      if (countTokens(` ${word}`) !== 1 || countTokens(word) > bare) expect.fail(word);
    }
    const some = [...knownWords].filter((_, index) => index % 50 === 0);
    for (const [word, bare] of some) {
      for (const mark of marks) if (countTokens(mark + word) > bare + 1) expect.fail(mark + word);
    }
  });

  it("has the pairs and triples of characters that are one token", () => {
    for (let pair = 0; pair < tokenPairs.length; pair += 1) {
      const text = String.fromCharCode(pair >> 7, pair & 0x7f);
      if (tokenPairs[pair] === 1 && countTokens(text) !== 1) expect.fail(JSON.stringify(text));
    }
    for (const text of ["the", " co", "ing", "ers"]) {
      const [first = 0, second = 0, third = 0] = [...text].map((one) => one.charCodeAt(0));
      expect([text, isTokenTriple(first, second, third), countTokens(text)]).toEqual([text, true, 1]);
    }
    expect(isTokenTriple(0x71, 0x78, 0x7a)).toBe(false);
  });
});
