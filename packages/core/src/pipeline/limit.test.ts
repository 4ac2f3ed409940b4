import { describe, expect, it, vi } from "vitest";
import { callOf, operationOf, runtimeOf, textReply } from "../../test/call-of.ts";
import { MemoryLog } from "../../test/memory-log.ts";
import { Gates } from "../limits/gates.ts";
import { pass } from "./pipeline.ts";

describe("the stage limit", () => {
  it("runs no more calls at once than it may", async () => {
    const runtime = runtimeOf({ gates: new Gates(3, 5000) });
    let running = 0;
    let most = 0;
    const operation = operationOf(async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      return textReply("done");
    });
    await Promise.all(Array.from({ length: 20 }, () => pass(callOf(operation, runtime))));
    expect(most).toBe(3);
  });

  it("gives the place of a call that failed to the next", async () => {
    const runtime = runtimeOf({ gates: new Gates(1, 5000) });
    const failing = operationOf(async () => {
      throw new Error("broken");
    });
    await Promise.allSettled([pass(callOf(failing, runtime)), pass(callOf(failing, runtime))]);
    const working = operationOf(async () => textReply("done"));
    await expect(pass(callOf(working, runtime))).resolves.toMatchObject({ kind: "content" });
  });

  it("takes no place for a call that is refused before", async () => {
    const runtime = runtimeOf({ gates: new Gates(1, 5000), access: "read" });
    let release = () => {};
    const held = operationOf(() => new Promise((resolve) => (release = () => resolve(textReply("held")))));
    const holding = pass(callOf(held, runtime));
    const burn = operationOf(async () => textReply("burnt"), { lowestEffect: "destroy" });
    await expect(pass(callOf(burn, runtime))).rejects.toMatchObject({ code: "refused" });
    release();
    await holding;
  });

  it("keeps the place of a call that was ended until its work is over, and says so", async () => {
    const log = new MemoryLog();
    const runtime = runtimeOf({ gates: new Gates(1, 5000), timeout: 5000, log });
    let finish = () => {};
    const deaf = operationOf(() => new Promise((resolve) => (finish = () => resolve(textReply("late")))));
    const host = new AbortController();
    const ended = pass(callOf(deaf, runtime, { signal: () => host.signal }));
    await new Promise((resolve) => setImmediate(resolve));
    host.abort();
    await expect(ended).rejects.toMatchObject({ code: "cancelled" });
    expect(runtime.gates.of("local").tryEnter()).toBe(false);
    finish();
    await vi.waitFor(() => expect(runtime.gates.of("local").tryEnter()).toBe(true));
    expect(log.events).toContainEqual(expect.objectContaining({ event: "late", tool: "shelf_read", work: "ended" }));
  });

  it("gives up the place of work that never ends after the time of one more call", async () => {
    const log = new MemoryLog();
    const runtime = runtimeOf({ gates: new Gates(1, 5000), timeout: 20, log });
    const endless = operationOf(() => new Promise(() => {}));
    await expect(pass(callOf(endless, runtime))).rejects.toMatchObject({ code: "timeout" });
    await vi.waitFor(() => expect(runtime.gates.of("local").tryEnter()).toBe(true));
    expect(log.events).toContainEqual(expect.objectContaining({ event: "late", work: "goes on" }));
  });
});
