import type { CallToolResult, JSONRPCMessage, Transport } from "@modelcontextprotocol/server";
import { beforeEach, describe, expect, it } from "vitest";
import { Served } from "../../test/served.ts";
import type { LateAbort } from "../cancelling/late-abort.ts";
import { PlainCalls } from "./plain-calls.ts";

const plain = { name: "shelf_read", arguments: { name: "monday" } };
const call = (params: unknown, id: unknown = 1) => ({ jsonrpc: "2.0", id, method: "tools/call", params }) as never;
const cancelled = (requestId: unknown) =>
  ({ jsonrpc: "2.0", method: "notifications/cancelled", params: { requestId } }) as JSONRPCMessage;
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe("PlainCalls", () => {
  let sent: JSONRPCMessage[];
  let passedOn: JSONRPCMessage[];
  let wire: Transport;
  let calls: PlainCalls;
  let running: Array<{
    readonly cancellation: LateAbort;
    readonly end: (result: CallToolResult | Promise<never>) => void;
  }>;

  beforeEach(() => {
    [sent, passedOn, running] = [[], [], []];
    wire = {
      start: async () => {},
      close: async () => wire.onclose?.(),
      send: async (message) => void sent.push(message),
    };
    calls = new PlainCalls(wire);
    calls.onmessage = (message) => void passedOn.push(message);
    calls.answerBy(({ params }, cancellation) =>
      params.name === "shelf_read" ? new Promise((end) => running.push({ cancellation, end })) : undefined,
    );
  });

  it("answers a call itself, in the order in which the SDK writes an answer", async () => {
    wire.onmessage?.(call(plain));
    running[0]?.end({ content: [] });
    await settled();
    expect(JSON.stringify(sent)).toBe('[{"result":{"content":[]},"jsonrpc":"2.0","id":1}]');
    expect(passedOn).toEqual([]);
  });

  it.each([
    ["of a tool that is not to be answered so", { name: "shelf_put", arguments: {} }],
    ["without a name", { arguments: {} }],
    ["whose name is no text", { name: 1 }],
    ["whose arguments are a list", { ...plain, arguments: [] }],
    ["whose arguments are null", { ...plain, arguments: null }],
    ["with an answer to a question", { ...plain, inputResponses: {} }],
    ["with the state of a question", { ...plain, requestState: "state" }],
    ["with a member that nobody knows", { ...plain, other: 1 }],
    ["with an envelope", { ...plain, _meta: { "io.modelcontextprotocol/protocolVersion": "2026-07-28" } }],
    ["whose _meta is no object", { ...plain, _meta: "x" }],
    ["whose progress token is an object", { ...plain, _meta: { progressToken: {} } }],
  ])("leaves a call %s to the SDK", (_, params) => {
    wire.onmessage?.(call(params));
    expect([passedOn.length, running.length]).toEqual([1, 0]);
  });

  it.each([
    ["no arguments", { name: "shelf_read" }],
    ["a progress token", { ...plain, _meta: { progressToken: 7 } }],
    ["a host's own _meta", { ...plain, _meta: { "host/trace": "x" } }],
  ])("answers one with %s", (_, params) => {
    wire.onmessage?.(call(params));
    expect([passedOn.length, running.length]).toEqual([0, 1]);
  });

  it("leaves everything else to the SDK, and all of it before it is told who answers", () => {
    wire.onmessage?.({ jsonrpc: "2.0", id: 1, method: "tools/list" });
    wire.onmessage?.({ jsonrpc: "2.0", method: "tools/call", params: plain });
    const early = new PlainCalls(wire);
    early.onmessage = (message) => void passedOn.push(message);
    wire.onmessage?.(call(plain));
    expect(passedOn).toHaveLength(3);
  });

  it("lets no call overtake what the SDK was handed right before", async () => {
    wire.onmessage?.({ jsonrpc: "2.0", method: "notifications/roots/list_changed" });
    wire.onmessage?.(call(plain, 1));
    expect([passedOn.length, running.length]).toEqual([2, 0]);
    await settled();
    wire.onmessage?.(call(plain, 2));
    expect([passedOn.length, running.length]).toEqual([2, 1]);
  });

  it("cancels a call, and does not answer it", async () => {
    wire.onmessage?.(call(plain));
    wire.onmessage?.(cancelled(1));
    expect(running[0]?.cancellation.aborted).toBe(true);
    running[0]?.end({ content: [] });
    await settled();
    expect([sent, passedOn]).toEqual([[], []]);
  });

  it("answers a call that failed in a way that nobody foresaw", async () => {
    const told: Error[] = [];
    calls.onerror = (error) => void told.push(error);
    wire.onmessage?.(call(plain));
    running[0]?.end(Promise.reject(new Error("unforeseen")));
    await settled();
    expect(sent).toMatchObject([{ id: 1, error: { code: -32603 } }]);
    expect(told).toMatchObject([{ message: "unforeseen" }]);
  });

  it("passes the cancellation of what the SDK answers on, and of what is answered already", async () => {
    wire.onmessage?.(call(plain));
    running[0]?.end({ content: [] });
    await settled();
    wire.onmessage?.(cancelled(1));
    wire.onmessage?.(cancelled("other"));
    expect(passedOn).toHaveLength(2);
  });

  it("cancels what runs when the connection is closed", async () => {
    wire.onmessage?.(call(plain, 1));
    wire.onmessage?.(call(plain, 2));
    await calls.close();
    expect(running.map(({ cancellation }) => cancellation.aborted)).toEqual([true, true]);
  });
});

describe("a plain call", () => {
  it.each([
    ["a text", "shelf_read", { name: "monday" }],
    ["a record", "shelf_list", {}],
    ["no arguments", "shelf_list", undefined],
    ["arguments of the wrong type", "shelf_read", { name: 1 }],
    ["arguments that nobody knows", "shelf_read", { name: "monday", other: 1 }],
  ])("with %s is answered as the SDK answers one", async (_, name, input) => {
    const served = await Served.start();
    const answers = await Promise.all(
      // The SDK reads over a member that it does not know.
      [{}, { other: 1 }].map((more) =>
        served.request("tools/call", { name, ...(input && { arguments: input }), ...more }),
      ),
    );
    await served.close();
    const [own, sdks] = answers.map((answer) =>
      JSON.stringify({ ...answer, id: 0 }).replaceAll(/data [0-9a-f]{8}/g, ""),
    );
    expect(own).toContain("result");
    expect(own).toBe(sdks);
  });
});
