import { afterEach, describe, expect, it, vi } from "vitest";
import { MemoryStore } from "./memory-store.ts";

afterEach(() => vi.useRealTimers());

describe("a name in the memory store", () => {
  it("is claimed once, by one of many", async () => {
    const store = new MemoryStore();
    const claims = await Promise.all(Array.from({ length: 20 }, () => store.claim("a", 1000)));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await store.claim("b", 1000)).toBe(true);
  });

  it("is forgotten after its time", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const store = new MemoryStore();
    await store.claim("a", 1000);
    vi.advanceTimersByTime(1001);
    expect(await store.claim("a", 1000)).toBe(true);
  });
});
