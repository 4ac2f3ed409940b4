import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Subscription } from "./subscription.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A host that takes what it is told when the test says so. */
function slowHost() {
  const waiting: Array<() => void> = [];
  return {
    waiting,
    deliver: () => new Promise<void>((resolve) => waiting.push(resolve)),
    take: async () => {
      waiting.shift()?.();
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

describe("a subscription", () => {
  it("tells at once of a change", () => {
    const deliver = vi.fn(async () => {});
    new Subscription(deliver).changed();
    expect(deliver).toHaveBeenCalledOnce();
  });

  it("tells of a burst twice: when it begins, and once more for all that followed", async () => {
    const deliver = vi.fn(async () => {});
    const subscription = new Subscription(deliver);
    for (let change = 0; change < 1000; change += 1) subscription.changed();
    await vi.advanceTimersByTimeAsync(1000);
    expect(deliver).toHaveBeenCalledTimes(2);
  });

  it("tells at most ten times a second, and of the last change too", async () => {
    const deliver = vi.fn(async () => {});
    const subscription = new Subscription(deliver);
    for (let millisecond = 0; millisecond < 999; millisecond += 1) {
      subscription.changed();
      await vi.advanceTimersByTimeAsync(1);
    }
    expect(deliver).toHaveBeenCalledTimes(10);
    await vi.advanceTimersByTimeAsync(100);
    expect(deliver).toHaveBeenCalledTimes(11);
  });

  it("tells a host that takes nothing only once, and goes on when it has taken it", async () => {
    const { deliver, take, waiting } = slowHost();
    const subscription = new Subscription(deliver);
    for (let change = 0; change < 100; change += 1) {
      subscription.changed();
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect(waiting).toHaveLength(1);
    await take();
    expect(waiting).toHaveLength(1);
    await take();
    await vi.advanceTimersByTimeAsync(1000);
    expect(waiting).toHaveLength(0);
  });

  it("goes on after a delivery that failed", async () => {
    const deliver = vi.fn(async () => {
      throw new Error("gone");
    });
    const subscription = new Subscription(deliver);
    subscription.changed();
    await vi.advanceTimersByTimeAsync(200);
    subscription.changed();
    expect(deliver).toHaveBeenCalledTimes(2);
  });

  it("tells nothing once it has ended", async () => {
    const deliver = vi.fn(async () => {});
    const subscription = new Subscription(deliver);
    subscription.changed();
    subscription.changed();
    subscription.end();
    await vi.advanceTimersByTimeAsync(1000);
    subscription.changed();
    expect(deliver).toHaveBeenCalledOnce();
  });
});
