import { afterEach, expect, it, vi } from "vitest";
import { WritesPerMinute } from "./writes-per-minute.ts";

afterEach(() => vi.useRealTimers());

it("has room for 75 in any minute, and says when there is room again", () => {
  const writes = new WritesPerMinute();
  const taken = Array.from({ length: 75 }, (_, index) => writes.take(index * 100));
  expect(taken.every((seconds) => seconds === 0)).toBe(true);
  expect([writes.take(8000), writes.take(59_500), writes.take(60_000), writes.take(60_001)]).toEqual([52, 1, 0, 1]);
});

it("waits for room as long as whoever asks, and tells them how long", async () => {
  vi.useFakeTimers();
  const writes = new WritesPerMinute();
  for (let made = 0; made < 75; made++) writes.take(Date.now() - 50_000);
  const [leaving, told] = [new AbortController(), [] as number[]];
  const passenger = { signal: leaving.signal, waiting: (seconds: number) => void told.push(seconds), spent() {} };
  const [left, stayed] = [
    writes.untilRoom(passenger),
    writes.untilRoom({ ...passenger, signal: new AbortController().signal }),
  ];
  leaving.abort(new Error("left"));
  await expect(left).rejects.toThrow("left");
  await vi.advanceTimersByTimeAsync(10_000);
  await stayed;
  expect([told, vi.getTimerCount()]).toEqual([[10, 10], 0]);
});
