import { describe, expect, it } from "vitest";
import * as z from "zod";
import { allowed, callOf, runtimeOf } from "../../test/call-of.ts";
import { MemoryLog } from "../../test/memory-log.ts";
import type { HostsAnswer } from "../asking/hosts-answer.ts";
import { defineTool } from "../define/define-tool.ts";
import { Gates } from "../limits/gates.ts";
import { RateLimit } from "../limits/rate-limit.ts";
import { placeholder } from "../redaction/placeholder.ts";
import { Redactor } from "../redaction/redactor.ts";
import { prepareTool } from "../serving/prepare-tool.ts";
import type { Runtime } from "../serving/runtime.ts";
import type { Call } from "./call.ts";
import { pass } from "./pipeline.ts";
import type { QuestionReply } from "./reply.ts";

/** Names of shelves that a note was put on. */
let put: string[] = [];

const place = defineTool({
  name: "shelf_place",
  title: "Place",
  description: "Puts a note on the shelf that a person names.",
  effect: "destroy",
  input: z.object({ note: z.string() }),
  async ask(input, { ask }) {
    const { shelf } = await ask({
      shelf: { kind: "form", message: `Where to, ${input.note}?`, fields: z.object({ name: z.string().max(40) }) },
    });
    const { reason } = await ask({ reason: { kind: "sampling", prompt: "Why?", maxTokens: 9, optional: true } });
    return { shelf: shelf.name, reason: reason?.text };
  },
  async run(_, __, { shelf, reason }) {
    put.push(shelf);
    return { parts: [{ text: `${shelf}: ${reason}` }] };
  },
});

const { operation } = prepareTool(place);
const formOnly: Call["canAsk"] = (kind) => kind === "form";

function named(name: unknown, state?: string): HostsAnswer {
  return { state, responses: { shelf: { action: "accept", content: { name } } } };
}

function start(runtime: Runtime, answer?: HostsAnswer, changes: Partial<Call> = {}): Call {
  return callOf(operation, runtime, { input: { note: "monday" }, canAsk: formOnly, answer, ...changes });
}

async function questionOf(call: Call): Promise<QuestionReply> {
  const reply = await pass(call);
  if (reply.kind !== "question") throw new Error("Nobody was asked");
  return reply;
}

describe("the stage ask", () => {
  it("has the host asked, and runs once with what was answered", async () => {
    put = [];
    const runtime = runtimeOf();
    const { questions, state } = await questionOf(start(runtime));
    expect(questions).toMatchObject({ shelf: { kind: "form", message: "Where to, monday?" } });
    expect(put).toEqual([]);
    const reply = await pass(start(runtime, named("top", state)));
    expect(reply).toMatchObject({ parts: [{ text: "top: undefined" }] });
    expect(put).toEqual(["top"]);
  });

  it("asks question after question, and keeps what was answered first", async () => {
    const runtime = runtimeOf();
    const canAsk = () => true;
    const first = await questionOf(start(runtime, undefined, { canAsk }));
    const second = await questionOf(start(runtime, named("top", first.state), { canAsk }));
    expect(Object.keys(second.questions)).toEqual(["reason"]);
    const sampled = { role: "assistant", model: "m", content: { type: "text", text: "because" } };
    const answer = { state: second.state, responses: { reason: sampled } };
    expect(await pass(start(runtime, answer, { canAsk }))).toMatchObject({ parts: [{ text: "top: because" }] });
  });

  it("refuses what it would have to ask of a host that cannot be asked, and passes over what is optional", async () => {
    const call = start(runtimeOf(), undefined, { canAsk: () => false });
    await expect(pass(call)).rejects.toMatchObject({
      code: "refused",
      message: expect.stringContaining("elicitation"),
    });
    expect(call.hostsFault).toBe("form");
  });

  it.each(["decline", "cancel"])("does not run when the person answers by %s", async (action) => {
    put = [];
    const runtime = runtimeOf();
    const { state } = await questionOf(start(runtime));
    const answer = { state, responses: { shelf: { action } } };
    await expect(pass(start(runtime, answer))).rejects.toMatchObject({ code: "refused" });
    expect(put).toEqual([]);
  });

  it.each([
    ["is none", { shelf: 7 }],
    ["does not fit the form", { shelf: { action: "accept", content: { name: "x".repeat(41) } } }],
    ["is to another question", { cupboard: { action: "accept", content: { name: "top" } } }],
    ["would pass for a prototype", JSON.parse('{"__proto__x":{}, "constructor":{}}') as Record<string, unknown>],
  ])("asks again where the answer %s", async (_, responses) => {
    const runtime = runtimeOf();
    const { state } = await questionOf(start(runtime));
    const again = await questionOf(start(runtime, { state, responses }));
    expect(Object.keys(again.questions)).toEqual(["shelf"]);
    expect(again.state).not.toBe(state);
  });

  it("gives up after eight rounds without an answer", async () => {
    const runtime = runtimeOf();
    let { state } = await questionOf(start(runtime));
    for (let round = 2; round <= 8; round += 1) ({ state } = await questionOf(start(runtime, named(7, state))));
    await expect(pass(start(runtime, named(7, state)))).rejects.toThrow("not answered in 8 rounds");
  });

  it("redacts what is asked", async () => {
    const runtime = runtimeOf({ redactor: new Redactor(["open-sesame"]) });
    const { questions } = await questionOf(start(runtime, undefined, { input: { note: "open-sesame" } }));
    expect(JSON.stringify(questions)).toContain("⟦redacted ");
    expect(JSON.stringify(questions)).not.toContain("open-sesame");
  });

  it("refuses an answer that would write the placeholder of a secret", async () => {
    const answer = named(placeholder("token"));
    await expect(pass(start(runtimeOf(), answer))).rejects.toMatchObject({ code: "refused" });
  });

  it("refuses answers nested beyond what any form has", async () => {
    const deep: unknown = JSON.parse(`${"[".repeat(40)}${"]".repeat(40)}`);
    await expect(pass(start(runtimeOf(), named(deep)))).rejects.toMatchObject({ code: "invalid_input" });
  });
});

describe("the state between two rounds", () => {
  it.each([
    ["was altered", (state: string) => `${state}-TAMPERED`],
    ["is made up", () => "bWFkZSB1cA"],
  ])("is refused when it %s, and the host is told so", async (_, alter) => {
    put = [];
    const runtime = runtimeOf();
    const { state } = await questionOf(start(runtime));
    const call = start(runtime, named("top", alter(state)));
    await expect(pass(call)).rejects.toMatchObject({ code: "refused" });
    expect([call.hostsFault, put]).toEqual(["state", []]);
  });

  it.each([
    ["other arguments", { input: { note: "tuesday" } }],
    ["another principal", { principal: "mallory" }],
  ])("is refused with %s", async (_, changes) => {
    const runtime = runtimeOf();
    const { state } = await questionOf(start(runtime));
    await expect(pass(start(runtime, named("top", state), changes))).rejects.toMatchObject({ code: "refused" });
  });

  it("is good once", async () => {
    const runtime = runtimeOf();
    const { state } = await questionOf(start(runtime));
    await pass(start(runtime, named("top", state)));
    await expect(pass(start(runtime, named("top", state)))).rejects.toThrow("was used before");
  });
});

describe("a call that asks", () => {
  it("is recorded as asked, then with its outcome, under one reference", async () => {
    const log = new MemoryLog();
    const runtime = runtimeOf({ log });
    const { state } = await questionOf(start(runtime, undefined, { reference: "first" }));
    await pass(start(runtime, named("top", state), { reference: "second" }));
    expect(log.events).toMatchObject([
      { event: "asked", reference: "first" },
      { event: "call", outcome: "succeeded", reference: "first" },
    ]);
  });

  it("holds no place while its host thinks, and counts once", async () => {
    const runtime = runtimeOf({ gates: new Gates(1, 100), rateLimit: new RateLimit(2) });
    const { state } = await questionOf(start(runtime));
    await questionOf(start(runtime));
    expect(await pass(start(runtime, named("top", state)))).toMatchObject({ kind: "content" });
    await expect(pass(start(runtime))).rejects.toMatchObject({ code: "rate_limited" });
  });

  it("is confirmed with what was answered, which cannot be changed any more", async () => {
    put = [];
    const runtime = runtimeOf({ confirmation: { threshold: "destroy" } });
    const first = await questionOf(start(runtime));
    const second = await questionOf(start(runtime, named("top", first.state)));
    expect(second.questions).toMatchObject({ allow: { message: expect.stringContaining('"top"') } });
    const { state, responses } = allowed(second.state);
    await pass(start(runtime, { state, responses: { ...responses, ...named("cellar").responses } }));
    expect(put).toEqual(["top"]);
  });

  it("cannot be allowed before a person was shown it", async () => {
    const runtime = runtimeOf({ confirmation: { threshold: "destroy" } });
    const first = await questionOf(start(runtime));
    const { responses } = allowed("");
    const both = { state: first.state, responses: { ...responses, ...named("top").responses } };
    expect(Object.keys((await questionOf(start(runtime, both))).questions)).toEqual(["allow"]);
  });
});
