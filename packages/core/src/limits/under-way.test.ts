import fc from "fast-check";
import { expect, it } from "vitest";
import { UnderWay } from "./under-way.ts";

const sorted = (things: Iterable<number>) => [...things].sort((a, b) => a - b);

it("holds what came and did not go, each as often as it came", () => {
  const moves = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 5 })));
  fc.assert(
    fc.property(moves, (given) => {
      const underWay = new UnderWay<number>();
      const expected: number[] = [];
      for (const [comes, thing] of given) {
        const at = expected.indexOf(thing);
        if (comes) {
          underWay.add(thing);
          expected.push(thing);
        } else {
          expect(underWay.delete(thing)).toBe(at >= 0);
          if (at >= 0) expected.splice(at, 1);
        }
        expect([underWay.size, sorted(underWay)]).toEqual([expected.length, sorted(expected)]);
        expect(underWay.find((one) => one === thing)).toBe(expected.find((one) => one === thing));
      }
    }),
  );
});

it("goes through all that were there, also where each goes meanwhile", () => {
  const underWay = new UnderWay<string>();
  for (const name of ["one", "two", "three"]) underWay.add(name);
  const met: string[] = [];
  for (const name of underWay) {
    met.push(name);
    underWay.delete(name);
  }
  expect([met, underWay.size]).toEqual([["one", "two", "three"], 0]);
});
