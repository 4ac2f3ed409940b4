import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LineSplitter } from "./line-splitter.ts";

const overlong = Symbol("overlong");

/** What a splitter says of these bytes, cut at these places. */
function split(bytes: Buffer, cuts: readonly number[], longest: number): unknown[] {
  const said: unknown[] = [];
  const splitter = new LineSplitter(longest, {
    line: (text) => said.push(text),
    overlong: () => said.push(overlong),
  });
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  for (let index = 1; index < places.length; index += 1) {
    splitter.push(bytes.subarray(places[index - 1], places[index]));
  }
  return said;
}

describe("LineSplitter", () => {
  it("finds the same lines however the stream is cut, even inside a character", () => {
    const unit = fc.constantFrom("a", "\n", "é", "日", "🙂", "\r");
    fc.assert(
      fc.property(fc.string({ unit }), fc.array(fc.nat()), fc.integer({ min: 0, max: 12 }), (text, cuts, longest) => {
        const expected = text
          .split("\n")
          .slice(0, -1)
          .map((line) => (Buffer.byteLength(line) > longest ? overlong : line));
        expect(split(Buffer.from(text), cuts, longest)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it("keeps a line of just the longest length", () => {
    expect(split(Buffer.from("abcd\n"), [], 4)).toEqual(["abcd"]);
  });

  it("tells of an over-long line once, however many pieces it has, and keeps the next one whole", () => {
    expect(split(Buffer.from(`${"x".repeat(100)}\nnext\n`), [10, 20, 30, 90, 102], 4)).toEqual([overlong, "next"]);
  });

  it("says nothing of a line that has not ended", () => {
    expect(split(Buffer.from("a\nunfinished"), [], 100)).toEqual(["a"]);
  });
});
