import { describe, expect, it } from "vitest";
import { allowed, callOf, operationOf, runtimeOf, textReply } from "../../test/call-of.ts";
import { RateLimit } from "../limits/rate-limit.ts";
import { pass } from "./pipeline.ts";

const done = async () => textReply("done");
const limited = { code: "rate_limited" };

describe("the rate of calls", () => {
  it("refuses the calls above it", async () => {
    const runtime = runtimeOf({ rateLimit: new RateLimit(2) });
    const call = () => pass(callOf(operationOf(done), runtime));
    await call();
    await call();
    await expect(call()).rejects.toMatchObject(limited);
  });

  it("counts a call that a person was asked about once", async () => {
    const runtime = runtimeOf({ rateLimit: new RateLimit(2), confirmation: { threshold: "destroy" } });
    const dropping = operationOf(done, { lowestEffect: "destroy" });
    for (let time = 0; time < 2; time += 1) {
      const question = await pass(callOf(dropping, runtime, { canAsk: () => true }));
      if (question.kind !== "question") throw new Error("Nobody was asked");
      const answer = allowed(question.state);
      expect(await pass(callOf(dropping, runtime, { canAsk: () => true, answer }))).toMatchObject({ kind: "content" });
    }
    await expect(pass(callOf(dropping, runtime, { canAsk: () => true }))).rejects.toMatchObject(limited);
  });

  it("counts calls that carry a made-up answer, whether a person would be asked or not", async () => {
    const answer = allowed("made up");
    for (const effect of ["read", "destroy"] as const) {
      const runtime = runtimeOf({ rateLimit: new RateLimit(1), confirmation: { threshold: "destroy" } });
      const call = () =>
        pass(callOf(operationOf(done, { lowestEffect: effect }), runtime, { canAsk: () => true, answer }));
      await call().catch(() => {});
      await expect(call(), effect).rejects.toMatchObject(limited);
    }
  });
});
