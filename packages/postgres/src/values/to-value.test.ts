import { expect, it } from "vitest";
import { toValue } from "./to-value.ts";

it("reads JSON and arrays, and leaves those of megabytes as their text", () => {
  const [jsonb, textArray] = [3802, 1009];
  expect([toValue("[1, 2]", jsonb), toValue("{a,b}", textArray)]).toEqual([
    [1, 2],
    ["a", "b"],
  ]);
  const long = `[${"1,".repeat(600_000)}1]`;
  expect(toValue(long, jsonb)).toBe(long);
});
