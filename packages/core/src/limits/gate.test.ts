import { getEventListeners } from "node:events";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Gate } from "./gate.ts";

const never = () => () => {};

/** A caller who goes when a signal says so. */
const until = (signal: AbortSignal) => (listener: () => void) => {
  if (signal.aborted) return undefined;
  signal.addEventListener("abort", listener);
  return () => signal.removeEventListener("abort", listener);
};

describe("Gate", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** All places of it are taken. */
  const full = (places: number, patience = 1000) => {
    const gate = new Gate(places, patience);
    for (let place = 0; place < places; place++) expect(gate.tryEnter()).toBe(true);
    expect(gate.tryEnter()).toBe(false);
    return gate;
  };

  it("admits no more at once than it has places", async () => {
    const gate = full(2);
    let admitted = false;
    void gate.wait(never).then(() => {
      admitted = true;
    });
    await vi.advanceTimersByTimeAsync(500);
    expect(admitted).toBe(false);
    gate.leave();
    await vi.advanceTimersByTimeAsync(0);
    expect(admitted).toBe(true);
  });

  it("admits those who wait in the order in which they came", async () => {
    const gate = full(1);
    const order: number[] = [];
    for (const turn of [1, 2, 3]) {
      void gate.wait(never).then(() => {
        order.push(turn);
        gate.leave();
      });
    }
    gate.leave();
    await vi.advanceTimersByTimeAsync(0);
    expect(order).toEqual([1, 2, 3]);
  });

  it("lets nobody who comes later overtake those who wait", async () => {
    const gate = full(1);
    const order: string[] = [];
    void gate.wait(never).then(() => order.push("waited"));
    gate.leave();
    expect(gate.tryEnter()).toBe(false);
    await vi.advanceTimersByTimeAsync(0);
    expect(order).toEqual(["waited"]);
  });

  it("turns away the 1025th that would wait, and says when to come again", async () => {
    const gate = full(1);
    const waiting = Array.from({ length: 1024 }, () => gate.wait(never).catch(() => {}));
    await expect(gate.wait(never)).rejects.toMatchObject({ code: "rate_limited", retryable: true, retryAfter: 1 });
    await vi.advanceTimersByTimeAsync(1000);
    await Promise.all(waiting);
  });

  it("gives up the wait of a call that is cancelled, and its place in the queue", async () => {
    const gate = full(1);
    const gone = new AbortController();
    const cancelled = gate.wait(until(gone.signal));
    const next = gate.wait(never);
    gone.abort();
    await expect(cancelled).rejects.toMatchObject({ code: "cancelled" });
    gate.leave();
    await expect(next).resolves.toBeUndefined();
  });

  it("does not let a call wait that was cancelled before", async () => {
    const gate = full(1);
    await expect(gate.wait(until(AbortSignal.abort()))).rejects.toMatchObject({ code: "cancelled" });
  });

  it("gives up a wait that takes too long", async () => {
    const gate = full(1, 300);
    const waiting = expect(gate.wait(never)).rejects.toMatchObject({ code: "timeout", retryable: true });
    await vi.advanceTimersByTimeAsync(300);
    await waiting;
  });

  it("is whole again after calls gave up: as many get in as before", async () => {
    const gate = full(2, 10);
    const late = [gate.wait(never), gate.wait(never)].map((wait) => wait.catch(() => {}));
    await vi.advanceTimersByTimeAsync(10);
    await Promise.all(late);
    gate.leave();
    gate.leave();
    expect([gate.tryEnter(), gate.tryEnter(), gate.tryEnter()]).toEqual([true, true, false]);
  });

  it("leaves no timer and no listener behind", async () => {
    const gate = full(1);
    const { signal } = new AbortController();
    const waiting = gate.wait(until(signal));
    expect(vi.getTimerCount()).toBe(1);
    gate.leave();
    await waiting;
    expect([vi.getTimerCount(), getEventListeners(signal, "abort").length]).toEqual([0, 0]);
  });
});
