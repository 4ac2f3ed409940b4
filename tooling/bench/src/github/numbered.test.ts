import { expect, test } from "vitest";
import { newNumber, withPlainNumbers } from "./numbered.ts";

test("a number is never the same, and always the one that is meant", () => {
  const numbers = [newNumber(8), newNumber(8)];
  expect(new Set(numbers).size).toBe(2);
  expect(withPlainNumbers(`/issues/${numbers[0]}?since=${numbers[1]}`)).toBe("/issues/8?since=8");
});

test("a sha is left as it is", () => {
  const sha = "912345670a1b2c3d4e5f60718293a4b5c6d7e8f9";
  expect(withPlainNumbers(`/commits/${sha}`)).toBe(`/commits/${sha}`);
});
