import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { callOf, operationOf, runtimeOf, textReply } from "../../test/call-of.ts";
import { Served } from "../../test/served.ts";
import { ConnectorError } from "../errors/connector-error.ts";
import { fenceBytes } from "../fence/nonce-fence.ts";
import { placeholder } from "../redaction/placeholder.ts";
import { Redactor } from "../redaction/redactor.ts";
import { pass } from "./pipeline.ts";

const hidden = placeholder("configured secret");

const secret = "open-sesame";
let served: Served;
beforeEach(async () => {
  served = await Served.start(["--access", "write"], { SHELF_KEY: secret });
});
afterEach(() => served.close());

describe("the stage redact", () => {
  it("takes a configured secret out of a text", async () => {
    await served.call("shelf_put", { name: "a", text: `key ${secret}.` });
    expect((await served.call("shelf_read", { name: "a" })).text).toContain(`key ${hidden}.`);
  });

  it("takes it out of a record, and out of its text", async () => {
    await served.call("shelf_put", { name: secret, text: "" });
    const { structured, text } = await served.call("shelf_list");
    expect(structured).toEqual({ names: ["monday", hidden] });
    expect(text).not.toContain(secret);
  });

  it("keeps back bytes that hold a secret, and gives out others as they are", async () => {
    const redactor = new Redactor([secret]);
    const answer = (body: Uint8Array) => {
      const operation = operationOf(async () => ({ kind: "resource", uri: "shelf://a", mimeType: undefined, body }), {
        kind: "resource",
      });
      return pass(callOf(operation, runtimeOf({ redactor })));
    };
    await expect(answer(Buffer.from(`\0key ${secret}`))).rejects.toMatchObject({ code: "refused" });
    const innocent = Buffer.from([0, 0xff, 0xfe, 0x1b]);
    expect(await answer(innocent)).toMatchObject({ body: innocent });
  });

  it.each([
    ["little", (text: string) => Buffer.from(text, "utf16le")],
    ["big", (text: string) => Buffer.from(text, "utf16le").swap16()],
  ])("keeps back bytes that hold one in UTF-16, the %s end first, wherever it begins", async (_, encode) => {
    const answer = (body: Uint8Array) => {
      const operation = operationOf(async () => ({ kind: "resource", uri: "shelf://a", mimeType: undefined, body }), {
        kind: "resource",
      });
      return pass(callOf(operation, runtimeOf({ redactor: new Redactor([secret]) })));
    };
    for (const before of [Buffer.alloc(0), Buffer.from([0xff]), Buffer.from([0xff, 0xfe]), Buffer.from([1, 2, 3])]) {
      for (const after of ["", "x", "\u65e5"]) {
        const bytes = Buffer.concat([before, encode(`${secret}${after}`)]);
        await expect(answer(bytes)).rejects.toMatchObject({ code: "refused" });
        const innocent = Buffer.concat([before, encode(`open-simsim${after}`)]);
        expect(await answer(innocent)).toMatchObject({ body: innocent });
      }
    }
  });

  it("takes it out of an embedded resource, in its text and its address", async () => {
    const resource = { uri: `shelf://${secret}`, mimeType: "text/plain", body: `key ${secret}.` };
    const operation = operationOf(async () => ({ kind: "content", facts: {}, parts: [{ resource }] }));
    expect(await pass(callOf(operation, runtimeOf({ redactor: new Redactor([secret]) })))).toMatchObject({
      parts: [{ resource: { uri: `shelf://${hidden}`, mimeType: "text/plain", body: `key ${hidden}.` } }],
    });
  });

  it.each([
    ["an image", (bytes: Uint8Array) => ({ media: bytes, mimeType: "image/png" })],
    ["an embedded resource of bytes", (bytes: Uint8Array) => ({ resource: { uri: "shelf://a", body: bytes } })],
  ])("keeps back a tool's answer and a prompt's with a secret in %s, and no other", async (_, partOf) => {
    const answer = (bytes: Uint8Array, kind: "content" | "prompt") => {
      const part = partOf(bytes);
      const operation = operationOf(async () =>
        kind === "prompt" ? { kind, messages: [part] } : { kind, facts: {}, parts: [part] },
      );
      return pass(callOf(operation, runtimeOf({ redactor: new Redactor([secret]) })));
    };
    for (const kind of ["content", "prompt"] as const) {
      await expect(answer(Buffer.from(`\x89PNG ${secret}`), kind)).rejects.toMatchObject({ code: "refused" });
      expect(await answer(Buffer.from("\x89PNG"), kind)).toMatchObject({ kind });
    }
  });

  it("takes it out of resources, lists, completions and prompts", async () => {
    await served.call("shelf_put", { name: secret, text: secret });
    for (const [method, params] of [
      ["resources/read", { uri: `shelf://${encodeURI(secret)}` }],
      ["resources/list", {}],
      [
        "completion/complete",
        { ref: { type: "ref/resource", uri: "shelf://{name}" }, argument: { name: "name", value: "op" } },
      ],
      ["prompts/get", { name: "review", arguments: { name: secret } }],
    ] as const) {
      const { result } = await served.request(method, params);
      const { uri: _, ...asked } = ((result?.contents as Array<Record<string, unknown>>) ?? [{}])[0] ?? {};
      expect(JSON.stringify(result?.contents === undefined ? result : asked), method).toContain(hidden);
      expect(JSON.stringify(result?.contents === undefined ? result : asked), method).not.toContain(secret);
    }
  });

  it("takes it out of an error's message", async () => {
    const failing = operationOf(async () => {
      throw new ConnectorError("unauthorized", `The system refused ${secret}.`);
    });
    const runtime = runtimeOf({ redactor: new Redactor([secret]) });
    await expect(pass(callOf(failing, runtime))).rejects.toMatchObject({
      message: `The system refused ${hidden}.`,
    });
  });

  it("works on what the tool made, before the fence writes into it", async () => {
    const runtime = runtimeOf({ redactor: new Redactor(["abc\u200bdef"]) });
    const reply = await pass(
      callOf(
        operationOf(async () => textReply("abc\u200bdef")),
        runtime,
      ),
    );
    expect(reply).toMatchObject({ parts: [{ text: hidden }] });
  });

  it("leaves the answer's own words alone where a secret is one of them", async () => {
    const runtime = runtimeOf({ redactor: new Redactor(["content", "resource"]), maxResultBytes: 1024 + fenceBytes });
    const reply = await pass(
      callOf(
        operationOf(async () => textReply("x".repeat(5000))),
        runtime,
      ),
    );
    expect(reply).toMatchObject({ kind: "content", parts: [{ text: expect.stringMatching(/^x{900,}$/) }] });
  });
});
