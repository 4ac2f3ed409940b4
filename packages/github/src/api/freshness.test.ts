import { expect, it } from "vitest";
import { Freshness } from "./freshness.ts";

it("lasts so many seconds", () => {
  const freshness = new Freshness(10);
  freshness.confirm("a", freshness.era, 0);
  expect([freshness.has("a", 9_999), freshness.has("a", 10_000), freshness.has("b", 0)]).toEqual([true, false, false]);
});

it("is none by default", () => {
  const freshness = new Freshness(0);
  freshness.confirm("a", freshness.era, 0);
  expect(freshness.has("a", 0)).toBe(false);
});

it("ends with a change, also of what was asked for before it and came after", () => {
  const freshness = new Freshness(10);
  const before = freshness.era;
  freshness.confirm("a", before, 0);
  freshness.end();
  freshness.confirm("b", before, 0);
  expect([freshness.has("a", 0), freshness.has("b", 0)]).toEqual([false, false]);
});
