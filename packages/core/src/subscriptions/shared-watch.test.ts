import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { WatchListener } from "../define/resource.ts";
import { SharedWatch } from "./shared-watch.ts";
import { Subscription } from "./subscription.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A system whose watches are counted, and that the test lets fail. */
function system() {
  const listeners: WatchListener[] = [];
  const close = vi.fn();
  const begin = vi.fn(async (listener: WatchListener, _signal: AbortSignal) => {
    listeners.push(listener);
    return { close };
  });
  return { begin, close, listeners };
}

const observer = () => ({ failed: vi.fn(), ended: vi.fn() });
const subscriber = () => {
  const told = vi.fn(async () => {});
  return { told, subscription: new Subscription(told) };
};

describe("a shared watch", () => {
  it("is one for all that subscribe, and closed after the last", async () => {
    const { begin, close, listeners } = system();
    const watch = new SharedWatch(begin, observer());
    const [first, second] = [subscriber(), subscriber()];
    watch.join(first.subscription);
    watch.join(second.subscription);
    await watch.begun;
    listeners[0]?.changed();
    expect([first.told.mock.calls.length, second.told.mock.calls.length]).toEqual([1, 1]);
    watch.leave(first.subscription);
    expect(close).not.toHaveBeenCalled();
    watch.leave(second.subscription);
    expect([begin.mock.calls.length, close.mock.calls.length]).toEqual([1, 1]);
  });

  it("tells nothing after it is closed, whatever the connector still says", async () => {
    const { begin, listeners } = system();
    const seen = observer();
    const watch = new SharedWatch(begin, seen);
    const { told, subscription } = subscriber();
    watch.join(subscription);
    await watch.begun;
    watch.leave(subscription);
    listeners[0]?.changed();
    listeners[0]?.failed(new Error("late"));
    await vi.runAllTimersAsync();
    expect(told).not.toHaveBeenCalled();
    expect(seen.failed).not.toHaveBeenCalled();
    expect(begin).toHaveBeenCalledOnce();
  });

  it("that cannot begin tells so to whoever waits, and is not tried again", async () => {
    const begin = vi.fn(async () => Promise.reject(new Error("no such notice")));
    const watch = new SharedWatch(begin, observer());
    const { subscription } = subscriber();
    watch.join(subscription);
    await expect(watch.begun).rejects.toThrow("no such notice");
    watch.leave(subscription);
    await vi.runAllTimersAsync();
    expect(begin).toHaveBeenCalledOnce();
  });

  it("that nobody wants any more while it begins is told so, and closed when it comes", async () => {
    const close = vi.fn();
    let come = (_: { close(): void }) => {};
    let wanted = new AbortController().signal;
    const watch = new SharedWatch((_, signal) => {
      wanted = signal;
      return new Promise((resolve) => {
        come = resolve;
      });
    }, observer());
    const { subscription } = subscriber();
    watch.join(subscription);
    watch.leave(subscription);
    await expect(watch.begun).rejects.toMatchObject({ code: "unavailable" });
    expect(wanted.aborted).toBe(true);
    come({ close });
    await vi.advanceTimersByTimeAsync(0);
    expect(close).toHaveBeenCalledOnce();
  });
});

describe("a watch that fails", () => {
  it("is reported, closed, begun again after a second, and its subscribers are told, since they may have missed something", async () => {
    const { begin, close, listeners } = system();
    const seen = observer();
    const watch = new SharedWatch(begin, seen);
    const { told, subscription } = subscriber();
    watch.join(subscription);
    await watch.begun;
    const lost = new Error("connection lost");
    listeners[0]?.failed(lost);
    expect(seen.failed).toHaveBeenCalledExactlyOnceWith(lost, 1000);
    expect(close).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(999);
    expect([begin.mock.calls.length, told.mock.calls.length]).toEqual([1, 0]);
    await vi.advanceTimersByTimeAsync(1);
    expect([begin.mock.calls.length, told.mock.calls.length]).toEqual([2, 1]);
    await vi.advanceTimersByTimeAsync(200);
    listeners[1]?.changed();
    expect(told).toHaveBeenCalledTimes(2);
  });

  it("is tried more and more rarely, at least once a minute, and never given up", async () => {
    const { begin, listeners } = system();
    const seen = observer();
    const watch = new SharedWatch(begin, seen);
    watch.join(subscriber().subscription);
    await watch.begun;
    begin.mockRejectedValue(new Error("still gone"));
    listeners[0]?.failed(new Error("gone"));
    await vi.advanceTimersByTimeAsync(600_000);
    const pauses = seen.failed.mock.calls.map(([, retryIn]) => retryIn);
    expect(pauses.slice(0, 8)).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
    expect(pauses.length).toBeGreaterThan(14);
  });

  it("is tried soon again when it was well for a long time", async () => {
    const { begin, listeners } = system();
    const seen = observer();
    const watch = new SharedWatch(begin, seen);
    watch.join(subscriber().subscription);
    await watch.begun;
    for (let failure = 0; failure < 4; failure += 1) {
      listeners.at(-1)?.failed(new Error("gone"));
      await vi.advanceTimersByTimeAsync(120_000);
    }
    expect(seen.failed.mock.calls.map(([, retryIn]) => retryIn)).toEqual([1000, 1000, 1000, 1000]);
  });

  it("and is refused when it is begun again tells nothing, whatever the connector still says", async () => {
    const { begin, listeners } = system();
    const watch = new SharedWatch(begin, observer());
    const { told, subscription } = subscriber();
    watch.join(subscription);
    await watch.begun;
    begin.mockImplementationOnce(async (listener) => {
      listeners.push(listener);
      throw new Error("no longer yours");
    });
    listeners[0]?.failed(new Error("gone"));
    await vi.advanceTimersByTimeAsync(1000);
    listeners[1]?.changed();
    expect(told).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(2000);
    listeners[2]?.changed();
    expect(told).toHaveBeenCalled();
  });

  it("counts once, however often the connector says so", async () => {
    const { begin, listeners } = system();
    const seen = observer();
    const watch = new SharedWatch(begin, seen);
    watch.join(subscriber().subscription);
    await watch.begun;
    for (let time = 0; time < 10; time += 1) listeners[0]?.failed(new Error("gone"));
    await vi.advanceTimersByTimeAsync(1000);
    expect([seen.failed.mock.calls.length, begin.mock.calls.length]).toEqual([1, 2]);
  });

  it("is not begun again once nobody subscribes", async () => {
    const { begin, listeners } = system();
    const watch = new SharedWatch(begin, observer());
    const { subscription } = subscriber();
    watch.join(subscription);
    await watch.begun;
    listeners[0]?.failed(new Error("gone"));
    watch.leave(subscription);
    await vi.runAllTimersAsync();
    expect(begin).toHaveBeenCalledOnce();
  });

  it("while it begins is closed when it comes, and begun again", async () => {
    const { begin, close } = system();
    begin.mockImplementationOnce(async (listener) => {
      listener.failed(new Error("at once"));
      return { close };
    });
    const watch = new SharedWatch(begin, observer());
    watch.join(subscriber().subscription);
    await watch.begun;
    expect(close).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(1000);
    expect(begin).toHaveBeenCalledTimes(2);
  });

  it("to close is reported, and spoils nothing", async () => {
    const seen = observer();
    const stuck = new Error("stuck");
    const watch = new SharedWatch(async () => ({ close: () => Promise.reject(stuck) }), seen);
    const { subscription } = subscriber();
    watch.join(subscription);
    await watch.begun;
    watch.leave(subscription);
    await seen.ended.mock.calls[0]?.[0];
    expect(seen.failed).toHaveBeenCalledExactlyOnceWith(stuck, undefined);
  });
});
