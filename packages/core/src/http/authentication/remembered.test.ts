import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { remembered } from "./remembered.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => void vi.useRealTimers());

const lifetimes = { success: 1000, failure: 100 };

it("does the work once for all who ask while it is done", async () => {
  const work = vi.fn(async () => "done");
  const ask = remembered(work, { success: 0, failure: 0 });
  expect(await Promise.all([ask(), ask(), ask()])).toEqual(["done", "done", "done"]);
  expect(work).toHaveBeenCalledTimes(1);
  await ask();
  expect(work).toHaveBeenCalledTimes(2);
});

it("lets a success stand for its time", async () => {
  const work = vi.fn(async () => "done");
  const ask = remembered(work, lifetimes);
  await ask();
  vi.advanceTimersByTime(999);
  await ask();
  expect(work).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  await ask();
  expect(work).toHaveBeenCalledTimes(2);
});

it("lets a failure stand for its own time, and then tries again", async () => {
  const work = vi.fn(async () => "done").mockRejectedValueOnce(new Error("away"));
  const ask = remembered(work, lifetimes);
  await expect(ask()).rejects.toThrow("away");
  vi.advanceTimersByTime(99);
  await expect(ask()).rejects.toThrow("away");
  expect(work).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  expect(await ask()).toBe("done");
});
