import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { watchParent } from "./watch-parent.ts";

const own = Object.getOwnPropertyDescriptor(process, "ppid");

function setParent(pid: number): void {
  Object.defineProperty(process, "ppid", { configurable: true, get: () => pid });
}

describe("watchParent", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    if (own !== undefined) Object.defineProperty(process, "ppid", own);
  });

  it("calls back once, when the parent is gone", () => {
    const gone = vi.fn();
    setParent(4711);
    watchParent(gone);
    vi.advanceTimersByTime(60_000);
    expect(gone).not.toHaveBeenCalled();
    setParent(1);
    vi.advanceTimersByTime(60_000);
    expect(gone).toHaveBeenCalledOnce();
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([0, 1])("watches nothing where the parent's id is %i: there is none to lose", (pid) => {
    setParent(pid);
    watchParent(() => {});
    expect(vi.getTimerCount()).toBe(0);
  });
});
