import { describe, expect, it } from "vitest";
import { callOf, operationOf, runtimeOf, textReply } from "../../test/call-of.ts";
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
});
