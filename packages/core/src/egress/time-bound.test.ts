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
  expect(time.reason).toBeUndefined();
});

it("ends the step that is under way, once, and those that would come after it", async () => {
  const caller = new AbortController();
  const time = new TimeBound(1000, caller.signal);
  const ended: string[] = [];
  await time.race(async () => {});
  time.onend = () => ended.push("step");
  caller.abort();
  caller.abort();
  expect([ended, time.reason?.code]).toEqual([["step"], "cancelled"]);
  await expect(time.race(async () => "begun")).rejects.toBe(time.reason);
});
