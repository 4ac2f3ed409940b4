import fc from "fast-check";
import { expect, test } from "vitest";
import { percentile } from "./percentile.ts";

test("the median of an odd number of samples is the middle one, in whatever order they came", () => {
  expect(percentile([9, 1, 5], 50)).toBe(5);
});

test("the median of an even number of samples lies halfway between the middle two", () => {
  expect(percentile([4, 1, 3, 2], 50)).toBe(2.5);
});

test("the 99th percentile of 1 to 100 lies just below the largest", () => {
  const samples = Array.from({ length: 100 }, (_, index) => index + 1);
  expect(percentile(samples, 99)).toBeCloseTo(99.01);
});

test("numbers are ordered as numbers, not as text", () => {
  expect(percentile([10, 9, 100], 100)).toBe(100);
});

test("the samples stay in the order in which they were given", () => {
  const samples = [3, 1, 2];
  percentile(samples, 50);
  expect(samples).toEqual([3, 1, 2]);
});

test("no samples have no percentile", () => {
  expect(() => percentile([], 50)).toThrow(RangeError);
});

test("a percentile lies between the smallest and the largest sample, and grows with the percentage", () => {
  const number = fc.integer();
  fc.assert(
    fc.property(fc.array(number, { minLength: 1 }), fc.nat(100), fc.nat(100), (samples, one, other) => {
      const low = percentile(samples, Math.min(one, other));
      const high = percentile(samples, Math.max(one, other));
      expect(low).toBeGreaterThanOrEqual(Math.min(...samples));
      expect(high).toBeLessThanOrEqual(Math.max(...samples));
      expect(low).toBeLessThanOrEqual(high + 1e-6);
    }),
  );
});
