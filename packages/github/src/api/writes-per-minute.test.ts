import { expect, it } from "vitest";
import { WritesPerMinute } from "./writes-per-minute.ts";

it("has room for 75 in any minute, and says when there is room again", () => {
  const writes = new WritesPerMinute();
  const taken = Array.from({ length: 75 }, (_, index) => writes.take(index * 100));
  expect(taken.every((seconds) => seconds === 0)).toBe(true);
  expect([writes.take(8000), writes.take(59_500), writes.take(60_000), writes.take(60_001)]).toEqual([52, 1, 0, 1]);
});
