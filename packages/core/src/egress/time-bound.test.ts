import { expect, it } from "vitest";
import { TimeBound } from "./time-bound.ts";

it("stops waiting for work that cannot be stopped", async () => {
  const time = new TimeBound(20, undefined);
  await expect(time.race(() => new Promise(() => {}))).rejects.toMatchObject({ code: "timeout" });
});

it("begins no work for a caller who has already left", async () => {
  const time = new TimeBound(1000, AbortSignal.abort());
  let isBegun = false;
  const work = async () => {
    isBegun = true;
  };
  await expect(time.race(work)).rejects.toMatchObject({ code: "cancelled" });
  expect(isBegun).toBe(false);
  time.release();
});

it("ends nothing once it is released", () => {
  const caller = new AbortController();
  const time = new TimeBound(1000, caller.signal);
  time.release();
  caller.abort();
  expect(time.signal.aborted).toBe(false);
});
