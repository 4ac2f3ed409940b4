import fc from "fast-check";
import { expect, test } from "vitest";
import { LineSplitter } from "./line-splitter.ts";

function linesOf(chunks: readonly Buffer[]): string[] {
  const splitter = new LineSplitter();
  return chunks.flatMap((chunk) => splitter.push(chunk)).map((line) => line.toString("utf8"));
}

test("several lines in one chunk come out one by one", () => {
  expect(linesOf([Buffer.from("one\ntwo\nthree\n")])).toEqual(["one", "two", "three"]);
});

test("a line without its newline is held back", () => {
  expect(linesOf([Buffer.from("one\ntw")])).toEqual(["one"]);
});

test("an empty line is a line", () => {
  expect(linesOf([Buffer.from("\n\n")])).toEqual(["", ""]);
});

test("a character whose bytes are torn between two chunks stays whole", () => {
  const bytes = Buffer.from("é\n");
  expect(linesOf([bytes.subarray(0, 1), bytes.subarray(1)])).toEqual(["é"]);
});

test("any cutting into chunks of the same lines gives the same lines", () => {
  const line = fc.string({ unit: "grapheme" }).map((text) => text.replaceAll("\n", " "));
  const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }));
  fc.assert(
    fc.property(fc.array(line), cuts, (lines, fractions) => {
      const bytes = Buffer.from(lines.map((text) => `${text}\n`).join(""));
      const ends = [...fractions.map((fraction) => Math.floor(fraction * bytes.length)), bytes.length];
      ends.sort((a, b) => a - b);
      const chunks = ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
      expect(linesOf(chunks)).toEqual(lines);
    }),
  );
});

test("eight megabytes in small chunks are joined once, not at every chunk", () => {
  const splitter = new LineSplitter();
  const chunk = Buffer.alloc(1024, "a");
  const began = performance.now();
  for (let count = 0; count < 8192; count++) expect(splitter.push(chunk).length).toBe(0);
  expect(splitter.push(Buffer.from("\n"))[0]?.length).toBe(8192 * 1024);
  // Joining at every chunk would copy 32 GB.
  expect(performance.now() - began).toBeLessThan(2000);
});
