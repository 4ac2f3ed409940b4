import { afterEach, describe, expect, it, vi } from "vitest";
import { allowed, callOf, operationOf, runtimeOf, textReply } from "../../test/call-of.ts";
import { MemoryLog } from "../../test/memory-log.ts";
import { Served } from "../../test/served.ts";
import type { HostsAnswer } from "../asking/hosts-answer.ts";
import { RateLimit } from "../limits/rate-limit.ts";
import { Redactor } from "../redaction/redactor.ts";
import type { Runtime } from "../serving/runtime.ts";
import { pass } from "./pipeline.ts";
import type { QuestionReply } from "./reply.ts";

describe("the stage confirm", () => {
  let served: Served;
  afterEach(() => served.close());

  it("lets no destroying call run unasked, even under full access", async () => {
    served = await Served.start(["--access", "full"]);
    const { meta, text } = await served.call("shelf_burn", { name: "monday" });
    expect(meta).toMatchObject({ code: "needs_confirmation", retryable: false });
    expect(text).toContain("--confirm never");
    expect(served.shelf.notes.has("monday")).toBe(true);
  });

  it("lets a writing call run unasked by default", async () => {
    served = await Served.start(["--access", "full"]);
    expect((await served.call("shelf_append", { name: "monday", text: "!" })).isError).toBe(false);
  });

  it("asks for a call of a varying effect only when that call destroys", async () => {
    served = await Served.start(["--access", "full"]);
    expect((await served.call("shelf_put", { name: "a", text: "b" })).isError).toBe(false);
    expect((await served.call("shelf_put", { name: "a", text: "c", replace: true })).meta.code).toBe(
      "needs_confirmation",
    );
  });

  it("lets a destroying call run where the person said never", async () => {
    served = await Served.start(["--access", "full", "--confirm", "never"]);
    expect((await served.call("shelf_burn", { name: "monday" })).isError).toBe(false);
    expect(served.shelf.notes.has("monday")).toBe(false);
  });

  it("stops writing calls where the person said write, and no reading ones", async () => {
    served = await Served.start(["--access", "full", "--confirm", "write"]);
    expect((await served.call("shelf_append", { name: "a", text: "b" })).meta.code).toBe("needs_confirmation");
    expect((await served.call("shelf_read", { name: "monday" })).isError).toBe(false);
  });
});

describe("an approval", () => {
  /** A tool that destroys, whose schema makes of its input what JSON cannot say. */
  const drop = operationOf(async (call) => textReply([...(call.input as Set<string>)].join()), {
    lowestEffect: "destroy",
    parse: (input) => new Set((input as { ids: string }).ids.split(",")),
  });
  const asking = () => runtimeOf({ confirmation: { threshold: "destroy" }, log: new MemoryLog() });
  const call = (runtime: Runtime, ids: string, state?: string) => {
    const answer = state === undefined ? undefined : allowed(state);
    return pass(callOf(drop, runtime, { input: { ids }, canAsk: () => true, answer }));
  };
  const messageOf = ({ questions }: QuestionReply) => JSON.stringify(questions.allow);

  it("is of the arguments as the host sent them, whatever a schema makes of those", async () => {
    const runtime = asking();
    const question = (await call(runtime, "harmless")) as QuestionReply;
    expect(question.questions).toMatchObject({ allow: { message: expect.stringContaining('"ids": "harmless"') } });
    await expect(call(runtime, "production-db", question.state)).rejects.toMatchObject({ code: "refused" });
    expect(await call(runtime, "harmless", question.state)).toMatchObject({ parts: [{ text: "harmless" }] });
  });

  it("that is none has nothing looked at, and counts as a call", async () => {
    const plan = vi.fn(async () => ({ summary: "All of it", stateDigest: "1" }));
    const runtime = runtimeOf({ confirmation: { threshold: "destroy" }, rateLimit: new RateLimit(2) });
    const planned = { ...drop, plan };
    const forge = () =>
      pass(
        callOf(planned, runtime, {
          input: { ids: "a" },
          canAsk: () => true,
          answer: allowed("AAAA"),
        }),
      );
    await expect(forge()).rejects.toMatchObject({ code: "refused" });
    await expect(forge()).rejects.toMatchObject({ code: "refused" });
    await expect(forge()).rejects.toMatchObject({ code: "rate_limited" });
    expect(plan).not.toHaveBeenCalled();
  });

  it("does not outlive what the person was shown", async () => {
    let state = "1";
    const planned = { ...drop, plan: async () => ({ summary: state, stateDigest: state }) };
    const runtime = asking();
    const made = (answer?: HostsAnswer) =>
      pass(callOf(planned, runtime, { input: { ids: "a" }, canAsk: () => true, answer }));
    const question = (await made()) as QuestionReply;
    state = "2";
    await expect(made(allowed(question.state))).rejects.toMatchObject({ code: "conflict" });
  });

  it("that nobody gives has the call recorded as ended all the same", async () => {
    const runtime = asking();
    await call(runtime, "harmless");
    runtime.questions.abandonAll();
    expect((runtime.log as MemoryLog).events).toMatchObject([
      { event: "asked", reference: "test-1" },
      { event: "call", outcome: "cancelled", reference: "test-1" },
    ]);
  });

  it("shows no part of a secret, wherever the question is cut", async () => {
    const secret = "SUPERSECRETVALUE-0123456789";
    for (let before = 2960; before < 3000; before += 1) {
      const runtime = runtimeOf({ confirmation: { threshold: "destroy" }, redactor: new Redactor([secret]) });
      const planned = { ...drop, plan: async () => ({ summary: `${"x".repeat(before)}${secret}`, stateDigest: "1" }) };
      const asked = await pass(callOf(planned, runtime, { input: { ids: "a" }, canAsk: () => true }));
      expect(messageOf(asked as QuestionReply)).not.toContain("SUPER");
    }
  });
});
