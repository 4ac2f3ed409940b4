import { afterEach, describe, expect, it, vi } from "vitest";
import { turnOfLongText } from "./turn-of-long-text.ts";

afterEach(() => void vi.useRealTimers());

describe("the turn of a long text", () => {
  it("comes when the one before has ended, with the same memory", async () => {
    const first = await turnOfLongText();
    const second = turnOfLongText();
    first[Symbol.dispose]();
    using taken = await second;
    expect(taken.memory).toBeDefined();
    expect(taken.memory).toBe(first.memory);
  });

  it("is waited for as long as those before come to an end, and no longer, and then without their memory", async () => {
    vi.useFakeTimers();
    const first = await turnOfLongText();
    const second = turnOfLongText();
    const third = turnOfLongText();
    await vi.advanceTimersByTimeAsync(900);
    first[Symbol.dispose]();
    using stuck = await second;
    let isOver = false;
    void third.then(() => {
      isOver = true;
    });
    await vi.advanceTimersByTimeAsync(900);
    expect([stuck.memory === undefined, isOver]).toEqual([false, false]);
    await vi.advanceTimersByTimeAsync(1100);
    expect((await third).memory).toBeUndefined();
  });
});
