import { getEventListeners } from "node:events";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Gate } from "./gate.ts";

const never = () => new AbortController().signal;

describe("Gate", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** Fills every place; gives the ways out. */
  const full = async (places: number, patience = 1000) => {
    const gate = new Gate(places, patience);
    const leave = await Promise.all(Array.from({ length: places }, () => gate.enter(never())));
    return { gate, leave };
  };

  it("admits no more at once than it has places", async () => {
    const { gate, leave } = await full(2);
    let admitted = false;
    void gate.enter(never()).then(() => {
      admitted = true;
    });
    await vi.advanceTimersByTimeAsync(500);
    expect(admitted).toBe(false);
    leave[0]?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(admitted).toBe(true);
  });

  it("admits those who wait in the order in which they came", async () => {
    const { gate, leave } = await full(1);
    const order: number[] = [];
    for (const turn of [1, 2, 3]) {
      void gate.enter(never()).then((out) => {
        order.push(turn);
        out();
      });
    }
    leave[0]?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(order).toEqual([1, 2, 3]);
  });

  it("lets nobody who comes later overtake those who wait", async () => {
    const { gate, leave } = await full(1);
    const order: string[] = [];
    void gate.enter(never()).then(() => order.push("waited"));
    leave[0]?.();
    void gate.enter(never()).then(() => order.push("late"));
    await vi.advanceTimersByTimeAsync(0);
    expect(order).toEqual(["waited"]);
  });

  it("turns away the 1025th that would wait, and says when to come again", async () => {
    const { gate } = await full(1);
    const waiting = Array.from({ length: 1024 }, () => gate.enter(never()).catch(() => {}));
    await expect(gate.enter(never())).rejects.toMatchObject({ code: "rate_limited", retryable: true, retryAfter: 1 });
    await vi.advanceTimersByTimeAsync(1000);
    await Promise.all(waiting);
  });

  it("gives up the wait of a call that is cancelled, and its place in the queue", async () => {
    const { gate, leave } = await full(1);
    const gone = new AbortController();
    const cancelled = gate.enter(gone.signal);
    const next = gate.enter(never());
    gone.abort();
    await expect(cancelled).rejects.toMatchObject({ code: "cancelled" });
    leave[0]?.();
    await expect(next).resolves.toBeTypeOf("function");
  });

  it("does not let a call wait that was cancelled before", async () => {
    const { gate } = await full(1);
    await expect(gate.enter(AbortSignal.abort())).rejects.toMatchObject({ code: "cancelled" });
  });

  it("gives up a wait that takes too long", async () => {
    const { gate } = await full(1, 300);
    const waiting = expect(gate.enter(never())).rejects.toMatchObject({ code: "timeout", retryable: true });
    await vi.advanceTimersByTimeAsync(300);
    await waiting;
  });

  it("is whole again after calls gave up: as many get in as before", async () => {
    const { gate, leave } = await full(2, 10);
    const late = [gate.enter(never()), gate.enter(never())].map((wait) => wait.catch(() => {}));
    await vi.advanceTimersByTimeAsync(10);
    await Promise.all(late);
    for (const out of leave) out();
    await Promise.all([gate.enter(never()), gate.enter(never())]);
    await expect(gate.enter(AbortSignal.abort())).rejects.toBeDefined();
  });

  it("leaves no timer and no listener behind", async () => {
    const { gate, leave } = await full(1);
    const { signal } = new AbortController();
    const waiting = gate.enter(signal);
    expect(vi.getTimerCount()).toBe(1);
    leave[0]?.();
    await waiting;
    expect([vi.getTimerCount(), getEventListeners(signal, "abort").length]).toEqual([0, 0]);
  });
});
