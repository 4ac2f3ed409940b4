import fc from "fast-check";
import { expect, it } from "vitest";
import { Assembler, framesOf, longestMessage, longestPart } from "./frames.ts";

function through(value: unknown): { whole: unknown[]; frames: number } {
  const assembler = new Assembler();
  const frames = framesOf(value);
  return {
    frames: frames.length,
    whole: frames.map((frame) => assembler.take(frame)).filter((one) => one !== undefined),
  };
}

it("brings any message through, whole or in parts", () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(3), (json, parts) => {
      const value = { type: "result", value: JSON.parse(json), padding: "\ud83d\ude00é\0".repeat(parts * 30_000) };
      const { whole, frames } = through(value);
      expect(whole).toEqual([value]);
      expect(frames === 1).toBe(JSON.stringify(value).length <= longestPart);
    }),
    { numRuns: 40 },
  );
});

it("sends nothing that is longer than anybody takes", () => {
  expect(() => framesOf("x".repeat(longestMessage))).toThrow(RangeError);
});

it("takes no part out of its order, of another message, or after a whole one that is no beat", () => {
  const [first = "", second = "", third = ""] = framesOf("x".repeat(longestPart * 2));
  const after = (...frames: string[]) => {
    const assembler = new Assembler();
    return () => frames.map((frame) => assembler.take(frame)).at(-1);
  };
  expect(after(first, '{"type":"beat"}', second, third)()).toBe("x".repeat(longestPart * 2));
  expect(after(second)).toThrow(SyntaxError);
  expect(after(first, third)).toThrow(SyntaxError);
  expect(after(first, first)).toThrow(SyntaxError);
  expect(after(first, '{"type":"bye"}')).toThrow(SyntaxError);
  expect(after('{"type":"part","at":0,"of":1000,"text":""}')).toThrow(SyntaxError);
});

it("ends, whatever it is given", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.json(),
          fc.string(),
          fc
            .record({ type: fc.constant("part"), at: fc.nat(2), of: fc.nat(4), text: fc.string() })
            .map((part) => JSON.stringify(part)),
        ),
      ),
      (frames) => {
        const assembler = new Assembler();
        for (const frame of frames) {
          try {
            assembler.take(frame);
          } catch (error) {
            expect(error).toBeInstanceOf(SyntaxError);
          }
        }
      },
    ),
  );
});
