import { afterEach, describe, expect, it, vi } from "vitest";
import { MemoryStore } from "../state/memory-store.ts";
import type { CallMemory } from "./call-memory.ts";
import { type CallBinding, SuspendedCalls } from "./suspended-calls.ts";

afterEach(() => vi.useRealTimers());

const binding: CallBinding = { operation: "tool shelf_drop", arguments: { name: "a" }, principal: "local" };
const memory: CallMemory = { call: "call-7", round: 1, answers: { name: "x" }, shown: { stateDigest: "s1" } };

describe("a suspended call", () => {
  it("comes back as it was", async () => {
    const calls = new SuspendedCalls(new MemoryStore());
    expect(await calls.resume(calls.suspend(memory, binding), binding)).toEqual({ memory });
  });

  it("is good once", async () => {
    const calls = new SuspendedCalls(new MemoryStore());
    const state = calls.suspend(memory, binding);
    await calls.resume(state, binding);
    expect(await calls.resume(state, binding)).toEqual({ fault: "used" });
  });

  it.each([
    ["another tool", { operation: "tool shelf_put" }],
    ["a prompt of the same name", { operation: "prompt shelf_drop" }],
    ["other arguments", { arguments: { name: "b" } }],
    ["another person", { principal: "mallory" }],
  ])("is none of %s, and still good for its own call", async (_, change) => {
    const calls = new SuspendedCalls(new MemoryStore());
    const state = calls.suspend(memory, binding);
    expect(await calls.resume(state, { ...binding, ...change })).toEqual({ fault: "forged" });
    expect(await calls.resume(state, binding)).toEqual({ memory });
  });

  it("is none when it was altered, or made by another server", async () => {
    const calls = new SuspendedCalls(new MemoryStore());
    const state = calls.suspend(memory, binding);
    const altered = state.slice(0, -4) + (state.endsWith("AAAA") ? "BBBB" : "AAAA");
    const others = new SuspendedCalls(new MemoryStore()).suspend(memory, binding);
    for (const forged of [altered, `${state}-TAMPERED`, "", others]) {
      expect(await calls.resume(forged, binding)).toEqual({ fault: "forged" });
    }
  });

  it("is the same call however the host orders its arguments", async () => {
    const calls = new SuspendedCalls(new MemoryStore());
    const state = calls.suspend(memory, { ...binding, arguments: { a: 1, b: { c: 2, d: 3 } } });
    expect(await calls.resume(state, { ...binding, arguments: { b: { d: 3, c: 2 }, a: 1 } })).toEqual({ memory });
  });

  it("is good for ten minutes", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const calls = new SuspendedCalls(new MemoryStore());
    const [early, late] = [calls.suspend(memory, binding), calls.suspend(memory, binding)];
    vi.advanceTimersByTime(9 * 60_000);
    expect(await calls.resume(early, binding)).toEqual({ memory });
    vi.advanceTimersByTime(2 * 60_000);
    expect(await calls.resume(late, binding)).toEqual({ fault: "expired" });
  });
});
