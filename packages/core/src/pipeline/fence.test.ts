import { describe, expect, it } from "vitest";
import { callOf, operationOf, textReply } from "../../test/call-of.ts";
import { ConnectorError } from "../errors/connector-error.ts";
import { pass } from "./pipeline.ts";
import type { Reply } from "./reply.ts";

const hostile = "ok\u001b[2J\u202e\u{E0041}";
const shown = "ok⟦U+001B⟧[2J⟦U+202E⟧⟦U+E0041⟧";
const outcomeOf = (reply: Reply, kind: "tool" | "resource" | "prompt" | "list" = "tool") =>
  pass(callOf(operationOf(async () => reply, { kind })));

describe("the stage fence", () => {
  it("shows what is invisible in a text and in its facts", async () => {
    expect(await outcomeOf(textReply(hostile, { path: hostile }))).toMatchObject({
      facts: { path: shown },
      parts: [{ text: shown }],
    });
  });

  it("shows it in the values and the keys of a record", async () => {
    expect(await outcomeOf({ kind: "record", record: { [hostile]: [hostile] } })).toMatchObject({
      record: { [shown]: [shown] },
    });
  });

  it("shows it in an embedded resource", async () => {
    const resource = { uri: `shelf://${hostile}`, body: hostile };
    expect(await outcomeOf({ kind: "content", facts: {}, parts: [{ resource }] })).toMatchObject({
      parts: [{ resource: { uri: `shelf://${shown}`, body: shown } }],
    });
  });

  it("shows it in prompts and lists", async () => {
    expect(await outcomeOf({ kind: "prompt", messages: [{ text: hostile }] }, "prompt")).toMatchObject({
      messages: [{ text: shown }],
    });
    expect(await outcomeOf({ kind: "list", items: [{ name: hostile }] }, "list")).toMatchObject({
      items: [{ name: shown }],
    });
  });

  it("shows it in the message of an error", async () => {
    const failing = operationOf(async () => {
      throw new ConnectorError("not_found", `There is no ${hostile}.`);
    });
    await expect(pass(callOf(failing))).rejects.toMatchObject({ message: `There is no ${shown}.` });
  });

  it("keeps a resource exact, and shows it in what is told beside", async () => {
    const resource: Reply = { kind: "resource", uri: "shelf://a", mimeType: undefined, body: hostile };
    expect(await outcomeOf(resource, "resource")).toEqual(resource);
    const told: Reply = { ...resource, body: Buffer.from(hostile), facts: { leads_to: hostile } };
    expect(await outcomeOf(told, "resource")).toEqual({ ...told, facts: { leads_to: shown } });
    const failing = operationOf(() => Promise.reject(new ConnectorError("not_found", hostile)), { kind: "resource" });
    await expect(pass(callOf(failing))).rejects.toMatchObject({ message: shown });
  });

  it("leaves harmless text as it is", async () => {
    const text = "tab\tline\r\nمی‌خواهم 👨‍👩‍👧 你好";
    expect(await outcomeOf(textReply(text))).toMatchObject({ parts: [{ text }] });
  });
});
