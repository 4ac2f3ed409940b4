import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { RunningCalls } from "./running-calls.ts";

describe("RunningCalls", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
  afterEach(() => void vi.useRealTimers());

  /** Notes when it expires, and is then gone. */
  function callDueIn(milliseconds: number, running: RunningCalls, expired: number[]) {
    const call = {
      due: performance.now() + milliseconds,
      expire() {
        expired.push(milliseconds);
        running.delete(call);
      },
      stop() {},
    };
    running.add(call);
    return call;
  }

  it("has each call expire when it is due, whatever the order in which they came", async () => {
    const running = new RunningCalls();
    const expired: number[] = [];
    for (const due of [300, 100, 200, 100]) callDueIn(due, running, expired);
    await vi.advanceTimersByTimeAsync(99);
    expect(expired).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(expired).toEqual([100, 100]);
    await vi.advanceTimersByTimeAsync(200);
    expect(expired).toEqual([100, 100, 200, 300]);
  });

  it("lets no call expire that ended before", async () => {
    const running = new RunningCalls();
    const expired: number[] = [];
    running.delete(callDueIn(100, running, expired));
    callDueIn(150, running, expired);
    await vi.advanceTimersByTimeAsync(149);
    expect(expired).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(expired).toEqual([150]);
  });

  it("has one timer for any number of calls, and none once the last of them is past", async () => {
    const running = new RunningCalls();
    for (let due = 1000; due > 0; due -= 1) running.delete(callDueIn(due, running, []));
    expect(vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(1000);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("tells all of them when the server stops", () => {
    const running = new RunningCalls();
    const stopped: string[] = [];
    for (const name of ["one", "other"]) running.add({ due: 100, expire() {}, stop: () => stopped.push(name) });
    running.stopAll();
    expect(stopped).toEqual(["one", "other"]);
  });
});
