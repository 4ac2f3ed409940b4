import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ConnectorError } from "../errors/connector-error.ts";
import { Watching } from "./watching.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const limited = new ConnectorError("rate_limited", "The limit is reached.", { retryAfter: 1800 });
const down = new ConnectorError("unavailable", "It failed.");

/** Watches what a test turns; `times` are the seconds at which it was looked at. */
async function watching(of = new Watching()) {
  const begun = Date.now();
  const thing: { state: string | Error; interval: number; times: number[] } = { state: "a", interval: 0, times: [] };
  const look = {
    async state() {
      thing.times.push((Date.now() - begun) / 1000);
      if (typeof thing.state !== "string") throw thing.state;
      return thing.state;
    },
    looks: thing,
  };
  const ending = new AbortController();
  const listener = { changed: vi.fn(), failed: vi.fn() };
  const log = { write: vi.fn() };
  const watch = await of.begin(look, listener, { signal: ending.signal, log } as never);
  thing.times.length = 0;
  return { thing, listener, log, watch, ending };
}

describe("what is watched", () => {
  it("is looked at more and more rarely, up to once a minute, and often again after a change", async () => {
    const { thing, listener, watch } = await watching();
    await vi.advanceTimersByTimeAsync(190_000);
    expect(thing.times).toEqual([1, 3, 7, 15, 31, 63, 123, 183]);
    thing.state = "b";
    await vi.advanceTimersByTimeAsync(60_000);
    expect(thing.times.slice(8)).toEqual([243, 244, 246, 250]);
    expect(listener.changed).toHaveBeenCalledOnce();
    watch.close();
  });

  it("is left alone for as long as the system wants", async () => {
    const { thing, watch } = await watching();
    thing.interval = 90_000;
    await vi.advanceTimersByTimeAsync(200_000);
    expect(thing.times).toEqual([1, 91, 181]);
    watch.close();
  });

  it("is left alone until the system's limit is over, and ever longer while it fails", async () => {
    const { thing, listener, log, watch } = await watching();
    thing.state = limited;
    await vi.advanceTimersByTimeAsync(1_802_000);
    expect(thing.times).toEqual([1, 1801]);
    thing.state = down;
    await vi.advanceTimersByTimeAsync(7_000_000);
    expect(thing.times.slice(2)).toEqual([3601, 3841, 4321, 5281, 6241, 7201, 8161]);
    expect([listener.changed, listener.failed].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
    expect(log.write).toHaveBeenCalledTimes(9);
    thing.state = "a";
    await vi.advanceTimersByTimeAsync(1_100_000);
    expect(listener.changed).not.toHaveBeenCalled();
    watch.close();
  });

  it("may be gone, and be back", async () => {
    const { thing, listener, watch } = await watching();
    for (const state of [new ConnectorError("not_found", "It is gone."), "a"]) {
      thing.state = state;
      await vi.advanceTimersByTimeAsync(2000);
    }
    expect(listener.changed).toHaveBeenCalledTimes(2);
    watch.close();
  });

  it("keeps its distance from all else that is watched", async () => {
    const all = new Watching();
    const many = await Promise.all(Array.from({ length: 300 }, () => watching(all)));
    await vi.advanceTimersByTimeAsync(120_000);
    const looks = many.reduce((sum, { thing }) => sum + thing.times.length, 0);
    expect(looks).toBeLessThanOrEqual(2 * 300);
    for (const { watch } of many) watch.close();
  });

  it.each(["is closed", "is given up"])("leaves nothing behind when it %s", async (how) => {
    const { thing, watch, ending } = await watching();
    if (how === "is closed") watch.close();
    else ending.abort();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(thing.times).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
    watch.close();
  });
});
