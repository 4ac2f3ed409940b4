import { describe, expect, it } from "vitest";
import type { Cancellation } from "./cancellation.ts";
import { LateAbort } from "./late-abort.ts";

describe("LateAbort", () => {
  it("aborts a signal that was asked for before, and one that is asked for after", () => {
    const [early, late] = [new LateAbort(), new LateAbort()];
    const signal = early.signal();
    for (const abort of [early, late]) abort.abort(new Error("enough"));
    expect([signal, late.signal()].map(({ aborted, reason }) => [aborted, reason.message])).toEqual([
      [true, "enough"],
      [true, "enough"],
    ]);
  });

  it("tells one who wants no signal", () => {
    const abort = new LateAbort();
    const told: boolean[] = [];
    abort.onabort = () => told.push(abort.aborted);
    expect(abort.aborted).toBe(false);
    abort.abort(new Error("enough"));
    expect(told).toEqual([true]);
  });

  it.each<[string, () => { readonly cancellation: Cancellation; abort(): void }]>([
    [
      "a signal of Node's",
      () => {
        const controller = new AbortController();
        return { cancellation: controller.signal, abort: () => controller.abort() };
      },
    ],
    [
      "one without a signal",
      () => {
        const late = new LateAbort();
        return { cancellation: late, abort: () => late.abort(new Error("enough")) };
      },
    ],
  ])("tells nobody who is taken away meanwhile, or comes then: %s", (_, make) => {
    const { cancellation, abort } = make();
    const told: string[] = [];
    const late = () => void told.push("late");
    const second = () => void told.push("second");
    cancellation.addEventListener("abort", () => {
      told.push("first");
      cancellation.removeEventListener("abort", second);
      cancellation.addEventListener("abort", late);
    });
    cancellation.addEventListener("abort", second);
    abort();
    cancellation.addEventListener("abort", late);
    expect(told).toEqual(["first"]);
  });

  it("does for whoever waits what a signal does", () => {
    const [abort, told] = [new LateAbort(), [] as string[]];
    const [first, second] = [() => told.push("first"), () => told.push("second")];
    for (const listener of [first, second, second]) abort.addEventListener("abort", listener);
    abort.removeEventListener("abort", first);
    abort.throwIfAborted();
    for (const why of ["enough", "too much"]) abort.abort(new Error(why));
    expect(told).toEqual(["second"]);
    expect(abort.reason).toEqual(new Error("enough"));
    expect(() => abort.throwIfAborted()).toThrow("enough");
  });
});
