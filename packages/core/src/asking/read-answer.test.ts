import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import type { Question } from "../define/question.ts";
import { readAnswer } from "./read-answer.ts";

const form: Question = { kind: "form", message: "Who?", fields: z.object({ name: z.string().max(5) }) };
const sampling: Question = { kind: "sampling", prompt: "Say", maxTokens: 5 };
const roots: Question = { kind: "roots" };

describe("readAnswer", () => {
  it("reads what a person filled in, and nothing beside it", () => {
    const raw = { action: "accept", content: { name: "Ada", role: "admin" } };
    expect(readAnswer(raw, form)).toEqual({ value: { name: "Ada" } });
  });

  it.each(["decline", "cancel"])("knows that a person declined by %s", (action) => {
    expect(readAnswer({ action, content: { name: "Ada" } }, form)).toBe("declined");
  });

  it("reads a model's text, in one block or several", () => {
    const block = (text: string) => ({ type: "text", text });
    const raw = { role: "assistant", model: "m" };
    expect(readAnswer({ ...raw, content: block("a") }, sampling)).toEqual({ value: { text: "a", model: "m" } });
    const several = { ...raw, content: [block("a"), block("b")] };
    expect(readAnswer(several, sampling)).toEqual({ value: { text: "a\nb", model: "m" } });
  });

  it("reads a host's folders", () => {
    const raw = { roots: [{ uri: "file:///a", name: "A" }, { uri: "file:///b" }] };
    expect(readAnswer(raw, roots)).toEqual({ value: raw.roots });
  });

  it.each([
    ["too long a text", { action: "accept", content: { name: "Adelaide" } }],
    ["no content", { action: "accept" }],
    ["another action", { action: "maybe", content: { name: "Ada" } }],
    ["a number", 12345],
    ["null", null],
  ])("takes %s for no answer", (_, raw) => {
    expect(readAnswer(raw, form)).toBeUndefined();
  });

  it("gives nothing that its question did not ask for, whatever the host sends", () => {
    const action = fc.constantFrom("accept", "decline", "cancel");
    const raw = fc.oneof(
      fc.jsonValue(),
      fc.record({ action, content: fc.jsonValue() }),
      fc.record({ roots: fc.jsonValue() }),
    );
    fc.assert(
      fc.property(raw, (given) => {
        for (const question of [form, sampling, roots]) {
          const answer = readAnswer(given, question);
          if (answer === undefined || answer === "declined") continue;
          if (question.kind === "form") expect(question.fields.strict().safeParse(answer.value).success).toBe(true);
          else expect(answer.value).toBeTypeOf("object");
        }
      }),
    );
  });
});
