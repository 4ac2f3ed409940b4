import fc from "fast-check";
import { hostileText } from "./hostile-text.ts";

/** Values of every type, for a place that expects one. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  fc.constantFrom<unknown>(...[null, true, false, 0, -1, 1.5, 1e308, -1e308, 2 ** 31, 2 ** 53, -(2 ** 53)], [], {}),
  fc.constantFrom<unknown>([[[[]]]], [null], { a: { a: {} } }, Array(1000).fill("a"), Array(200).fill({ a: [] })),
  fc.jsonValue({ maxDepth: 3 }),
);
