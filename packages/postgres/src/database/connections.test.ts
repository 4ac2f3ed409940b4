import type pg from "pg";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Connections } from "./connections.ts";

/** One client, as far as `Connections` knows it. */
function client() {
  return { isUsable: true, release: vi.fn() };
}

let pool: {
  waitingCount: number;
  idleCount: number;
  ending: boolean;
  connect: () => Promise<unknown>;
  end: () => Promise<void>;
};
let made: ReturnType<typeof client>[];
let connections: Connections;
const { signal } = new AbortController();

beforeEach(() => {
  vi.useFakeTimers();
  made = [];
  pool = {
    ...{ waitingCount: 0, idleCount: 1, ending: false },
    async connect() {
      const one = client();
      made.push(one);
      return one;
    },
    end: vi.fn(async () => undefined),
  };
  connections = new Connections(pool as unknown as pg.Pool, "shop");
});
afterEach(() => vi.useRealTimers());

describe("Connections", () => {
  it("has the one that was used last at hand for the next, at once", async () => {
    const first = await connections.acquire(signal);
    connections.release(first, true);
    expect(connections.acquire(signal)).toBe(first);
    expect(made).toHaveLength(1);
    expect(first.release).not.toHaveBeenCalled();
  });

  it("gives one to each who asks at once, and those that are not at hand back to the pool", async () => {
    const [first, second] = [await connections.acquire(signal), await connections.acquire(signal)];
    expect(second).not.toBe(first);
    for (const one of [first, second]) connections.release(one, true);
    expect(made.map(({ release }) => release.mock.calls)).toEqual([[], [[false]]]);
  });

  it("keeps none at hand for which somebody waits", async () => {
    const one = await connections.acquire(signal);
    pool.waitingCount = 1;
    connections.release(one, true);
    expect(one.release).toHaveBeenCalledExactlyOnceWith(false);
  });

  it("ends one that is not clean", async () => {
    const one = await connections.acquire(signal);
    connections.release(one, false);
    expect(one.release).toHaveBeenCalledExactlyOnceWith(true);
    expect(await connections.acquire(signal)).not.toBe(one);
  });

  it.each(["while it is at hand", "before it is"])("hands none over that broke %s", async (when) => {
    const one = await connections.acquire(signal);
    if (when === "before it is") Object.assign(one, { isUsable: false });
    connections.release(one, true);
    Object.assign(one, { isUsable: false });
    expect(await connections.acquire(signal)).not.toBe(one);
    expect(one.release).toHaveBeenCalledTimes(1);
  });

  it("gives one up that nobody used for a minute, and no sooner", async () => {
    const one = await connections.acquire(signal);
    connections.release(one, true);
    for (let second = 0; second < 100; second += 50) {
      vi.advanceTimersByTime(50_000);
      expect(connections.acquire(signal)).toBe(one);
      connections.release(one, true);
    }
    vi.advanceTimersByTime(59_000);
    expect(one.release).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1_000);
    expect(one.release).toHaveBeenCalledExactlyOnceWith(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("leaves one alone that is in use when its minute is over", async () => {
    const one = await connections.acquire(signal);
    connections.release(one, true);
    connections.acquire(signal);
    vi.advanceTimersByTime(120_000);
    connections.release(one, true);
    expect(one.release).not.toHaveBeenCalled();
    vi.advanceTimersByTime(60_000);
    expect(one.release).toHaveBeenCalledExactlyOnceWith(true);
  });

  it("gives none to a call that is over", async () => {
    connections.release(await connections.acquire(signal), true);
    expect(() => connections.acquire(AbortSignal.abort(new Error("over")))).toThrow("over");
    expect(connections.acquire(signal)).toBe(made[0]);
  });

  it("gives the one at hand back when it ends", async () => {
    const one = await connections.acquire(signal);
    connections.release(one, true);
    await connections.end();
    expect(one.release).toHaveBeenCalledExactlyOnceWith();
    expect(pool.end).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});
