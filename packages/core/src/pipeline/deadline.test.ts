import { getEventListeners } from "node:events";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { callOf, operationOf, runtimeOf, textReply } from "../../test/call-of.ts";
import { Served } from "../../test/served.ts";
import type { CallContext } from "../define/call-context.ts";
import { ConnectorError } from "../errors/connector-error.ts";
import { callContext } from "../serving/call-context.ts";
import type { Call } from "./call.ts";
import { pass } from "./pipeline.ts";

describe("the stage deadline", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
  afterEach(() => void vi.useRealTimers());

  let seen: AbortSignal | undefined;
  const endless = operationOf(({ signal }: Call) => {
    seen = signal();
    return new Promise(() => {});
  });
  const runtime = runtimeOf({ timeout: 2000 });

  it("ends a call that takes too long, and tells the tool", async () => {
    const ended = expect(pass(callOf(endless, runtime))).rejects.toMatchObject({ code: "timeout", retryable: true });
    await vi.advanceTimersByTimeAsync(1900);
    expect(seen?.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(100);
    await ended;
    expect(seen?.reason).toMatchObject({ code: "timeout" });
  });

  it("does not say to try again what may have changed something", async () => {
    const told = async (lowestEffect: "read" | "write", stop: boolean) => {
      const ended = pass(
        callOf(
          operationOf(() => new Promise(() => {}), { lowestEffect }),
          runtime,
        ),
      ).catch(({ message, retryable }: ConnectorError) => `${message} ${retryable}`);
      await vi.advanceTimersByTimeAsync(stop ? 0 : 2000);
      if (stop) runtime.running.stopAll();
      return ended;
    };
    for (const stop of [false, true]) {
      expect(await told("write", stop)).toMatch(/look before you call again.* false$/);
      expect(await told("read", stop)).toMatch(/^(?!.*look before).* true$/);
    }
  });

  it("counts the time that a call waited before", async () => {
    const waited = callOf(endless, runtime, { arrived: performance.now() - 1500 });
    const ended = expect(pass(waited)).rejects.toMatchObject({ code: "timeout" });
    await vi.advanceTimersByTimeAsync(500);
    await ended;
  });

  it("ends a call that the host cancels, and tells the tool", async () => {
    const host = new AbortController();
    const ended = pass(callOf(endless, runtime, { signal: () => host.signal }));
    await vi.advanceTimersByTimeAsync(0);
    host.abort();
    await expect(ended).rejects.toMatchObject({ code: "cancelled" });
    expect(seen?.reason).toMatchObject({ code: "cancelled" });
  });

  it("does not begin a call that was cancelled before", async () => {
    seen = undefined;
    await expect(pass(callOf(endless, runtime, { signal: () => AbortSignal.abort() }))).rejects.toMatchObject({
      code: "cancelled",
    });
    expect(seen).toBeUndefined();
  });

  it("ends the calls that run when the server stops, and tells the tool", async () => {
    const ended = pass(callOf(endless, runtime));
    await vi.advanceTimersByTimeAsync(0);
    runtime.running.stopAll();
    await expect(ended).rejects.toMatchObject({ code: "unavailable", retryable: true });
    expect(seen?.reason).toMatchObject({ code: "unavailable" });
  });

  it("does not begin a call once the server stops", async () => {
    seen = undefined;
    const stopping = runtimeOf({ stopping: AbortSignal.abort() });
    await expect(pass(callOf(endless, stopping))).rejects.toMatchObject({ code: "unavailable" });
    expect(seen).toBeUndefined();
  });

  it.each([
    ["answered", async () => textReply("done")],
    [
      "failed",
      async () => {
        throw new Error("broken");
      },
    ],
  ])("leaves no listener behind once a call has %s", async (_, invoke) => {
    const { signal } = new AbortController();
    await pass(callOf(operationOf(invoke), runtime, { signal: () => signal })).catch(() => {});
    expect([getEventListeners(signal, "abort").length, runtime.running.size]).toEqual([0, 0]);
  });

  it("leaves nothing behind of a call that a further stage refuses before it begins", async () => {
    const { signal } = new AbortController();
    const refusing = operationOf(() => {
      throw new ConnectorError("refused", "not now");
    });
    await expect(pass(callOf(refusing, runtime, { signal: () => signal }))).rejects.toMatchObject({ code: "refused" });
    expect([getEventListeners(signal, "abort").length, runtime.running.size]).toEqual([0, 0]);
  });

  it("leaves nothing behind of a call that was ended, either", async () => {
    const host = new AbortController();
    const ended = pass(callOf(endless, runtime, { signal: () => host.signal })).catch(() => {});
    await vi.advanceTimersByTimeAsync(0);
    host.abort();
    await ended;
    expect([getEventListeners(host.signal, "abort").length, runtime.running.size]).toEqual([0, 0]);
  });

  it("does not abort the signal of a call that ended well", async () => {
    let signal: AbortSignal | undefined;
    const quick = operationOf(async (call) => {
      signal = call.signal();
      return textReply("done");
    });
    await pass(callOf(quick, runtime));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(signal?.aborted).toBe(false);
  });
});

describe("a tool that asks for its signal late", () => {
  it("finds it aborted when the call has ended meanwhile", async () => {
    const host = new AbortController();
    let context: CallContext<unknown> | undefined;
    const endless = operationOf(async (call) => {
      context = await callContext(call);
      return new Promise(() => {});
    });
    const ended = pass(callOf(endless, runtimeOf(), { signal: () => host.signal }));
    await vi.waitFor(() => expect(context).toBeDefined());
    host.abort();
    await expect(ended).rejects.toMatchObject({ code: "cancelled" });
    expect(context?.signal.reason).toMatchObject({ code: "cancelled" });
  });
});

describe("a host that cancels", () => {
  it("reaches the tool", async () => {
    const served = await Served.start();
    const requestId = served.nextId;
    void served.call("shelf_wait");
    await vi.waitFor(() => expect(served.shelf.signals).toHaveLength(1));
    served.notify("notifications/cancelled", { requestId, reason: "enough" });
    await vi.waitFor(() => expect(served.shelf.signals[0]?.aborted).toBe(true));
    await vi.waitFor(() => expect(served.log.calls).toMatchObject([{ outcome: "cancelled" }]));
    await served.close();
  });
});

describe("a server that stops", () => {
  it("answers calls that run and calls that wait, and begins none of those", async () => {
    const served = await Served.start(["--concurrency", "1"]);
    const running = served.call("shelf_wait");
    await vi.waitFor(() => expect(served.shelf.ran).toEqual(["wait"]));
    const waiting = served.call("shelf_read", { name: "monday" });
    await new Promise((resolve) => setImmediate(resolve));
    served.instance.abortCalls();
    expect((await running).meta.code).toBe("unavailable");
    expect((await waiting).meta.code).toBe("unavailable");
    expect(served.shelf.ran).toEqual(["wait"]);
    await served.close();
  });
});
