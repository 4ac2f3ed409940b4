import { afterEach, describe, expect, it, vi } from "vitest";
import { MemoryStore } from "../state/memory-store.ts";
import { type ApprovalBinding, Approvals } from "./approvals.ts";

afterEach(() => vi.useRealTimers());

const binding: ApprovalBinding = {
  operation: "shelf_drop",
  input: { name: "a" },
  principal: "local",
  stateDigest: "s1",
};

describe("an approval", () => {
  it("gives back the call that it is of", async () => {
    const approvals = new Approvals(new MemoryStore());
    expect(await approvals.redeem(approvals.ask(binding, "call-7"), binding)).toBe("call-7");
  });

  it("is good once", async () => {
    const approvals = new Approvals(new MemoryStore());
    const approval = approvals.ask(binding, "call-7");
    await approvals.redeem(approval, binding);
    await expect(approvals.redeem(approval, binding)).rejects.toThrow("was used before");
  });

  it.each([
    ["of another tool", { operation: "shelf_put" }],
    ["with other arguments", { input: { name: "b" } }],
    ["of another person", { principal: "mallory" }],
  ])("is refused for a call %s", async (_, change) => {
    const approvals = new Approvals(new MemoryStore());
    const approval = approvals.ask(binding, "call-7");
    await expect(approvals.redeem(approval, { ...binding, ...change })).rejects.toMatchObject({ code: "refused" });
    expect(await approvals.redeem(approval, binding)).toBe("call-7");
  });

  it("is refused when it was altered, or made by another server", async () => {
    const approvals = new Approvals(new MemoryStore());
    const approval = approvals.ask(binding, "call-7");
    const altered = approval.slice(0, -4) + (approval.endsWith("AAAA") ? "BBBB" : "AAAA");
    for (const forged of [altered, "", new Approvals(new MemoryStore()).ask(binding, "call-7")]) {
      await expect(approvals.redeem(forged, binding)).rejects.toMatchObject({ code: "refused" });
    }
  });

  it("is a conflict when the state that was shown has changed", async () => {
    const approvals = new Approvals(new MemoryStore());
    const approval = approvals.ask(binding, "call-7");
    await expect(approvals.redeem(approval, { ...binding, stateDigest: "s2" })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("is good for ten minutes", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const approvals = new Approvals(new MemoryStore());
    const [early, late] = [approvals.ask(binding, "call-7"), approvals.ask(binding, "call-8")];
    vi.advanceTimersByTime(9 * 60_000);
    expect(await approvals.redeem(early, binding)).toBe("call-7");
    vi.advanceTimersByTime(2 * 60_000);
    await expect(approvals.redeem(late, binding)).rejects.toThrow("after ten minutes");
  });
});
