import fc from "fast-check";
import { expect, test } from "vitest";
import { reordered } from "./reordered.ts";

test("what is left without the reordered is in order, and no fewer could be taken out", () => {
  const orders = fc
    .integer({ min: 0, max: 7 })
    .chain((size) => fc.shuffledSubarray([...Array(size).keys()], { minLength: size, maxLength: size }));
  fc.assert(
    fc.property(orders, (places) => {
      const out = reordered(places);
      const left = places.filter((_, index) => !out.has(index));
      expect(left).toEqual([...left].sort((one, other) => one - other));
      expect(left.length).toBe(longestRun(places));
    }),
  );
});

/** By trying every choice. */
function longestRun(places: readonly number[]): number {
  let longest = 0;
  for (let choice = 0; choice < 2 ** places.length; choice += 1) {
    const chosen = places.filter((_, index) => ((choice >> index) & 1) === 1);
    const isRising = chosen.every((place, index) => index === 0 || place > (chosen[index - 1] ?? -1));
    if (isRising) longest = Math.max(longest, chosen.length);
  }
  return longest;
}
