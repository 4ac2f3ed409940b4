import { describe, expect, it } from "vitest";
import { callOf, operationOf, runtimeOf, textReply } from "../../test/call-of.ts";
import { pass } from "../pipeline/pipeline.ts";
import { toolLimits } from "./tool-limits.ts";

const limited = (limits: { readonly atOnce?: number; readonly perMinute?: number }) =>
  runtimeOf({ toolLimits: toolLimits([{ name: "shelf_read", limits } as never], 5000) });
const quick = (name: string) => operationOf(async () => textReply("done"), { name });

describe("a tool with limits of its own", () => {
  it("runs no more often at once than it says, and keeps no other tool waiting", async () => {
    const runtime = limited({ atOnce: 1 });
    const order: string[] = [];
    let release = () => {};
    const slow = operationOf(() => {
      order.push("slow begins");
      return new Promise((resolve) => (release = () => resolve(textReply("slow"))));
    });
    const first = pass(callOf(slow, runtime));
    const second = pass(callOf(quick("shelf_read"), runtime)).then(() => order.push("its sibling ends"));
    await pass(callOf(quick("shelf_list"), runtime)).then(() => order.push("another ends"));
    release();
    await Promise.all([first, second]);
    expect(order).toEqual(["slow begins", "another ends", "its sibling ends"]);
  });

  it("is refused above its rate, for each principal alone, and no other tool is", async () => {
    const runtime = limited({ perMinute: 1 });
    const call = (name: string, principal = "local") => pass(callOf(quick(name), runtime, { principal }));
    await call("shelf_read");
    await expect(call("shelf_read")).rejects.toMatchObject({ code: "rate_limited" });
    await expect(call("shelf_read", "bob")).resolves.toBeDefined();
    await expect(call("shelf_list")).resolves.toBeDefined();
  });
});
