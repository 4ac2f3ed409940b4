import api, { SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { allowed, callOf, operationOf, runtimeOf, textReply } from "../../test/call-of.ts";
import { MemoryLog } from "../../test/memory-log.ts";
import { RegisteredSdk } from "../../test/registered-sdk.ts";
import { Served } from "../../test/served.ts";
import { toolRequest } from "../../test/tool-request.ts";
import { ConnectorError } from "../errors/connector-error.ts";
import type { Call } from "../pipeline/call.ts";
import type { Operation } from "../pipeline/operation.ts";
import { pass } from "../pipeline/pipeline.ts";
import { Redactor } from "../redaction/redactor.ts";
import { Telemetry } from "./telemetry.ts";
import type { TracedRequest } from "./traced-request.ts";

const traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

let sdk: RegisteredSdk;
beforeEach(() => {
  sdk = new RegisteredSdk();
});
afterEach(() => sdk.unregister());

const telemetryOf = (content = false) =>
  new Telemetry(api, { name: "@drawbridge/shelf", version: "1.2.3", content }, new MemoryLog());

const start = (argv: readonly string[] = [], telemetry = telemetryOf()) => Served.start(argv, {}, telemetry);

const callOfRequest = (operation: Operation, changes: Partial<Call> = {}, telemetry = telemetryOf()) =>
  callOf(operation, runtimeOf({ telemetry }), { request: toolRequest, ...changes });

describe("Telemetry", () => {
  it("makes one span of a tool's call, by the conventions", async () => {
    const served = await start();
    const id = served.nextId;
    await served.call("shelf_read", { name: "monday" });
    await served.close();
    expect(sdk.spans).toHaveLength(1);
    const [span] = sdk.spans;
    expect(span).toMatchObject({ name: "tools/call shelf_read", kind: SpanKind.SERVER, events: [], links: [] });
    expect(span?.instrumentationScope).toMatchObject({ name: "@drawbridge/shelf", version: "1.2.3" });
    expect(span?.status).toEqual({ code: SpanStatusCode.UNSET });
    expect(span?.attributes).toEqual({
      "mcp.method.name": "tools/call",
      "gen_ai.operation.name": "execute_tool",
      "gen_ai.tool.name": "shelf_read",
      "mcp.protocol.version": "2025-11-25",
      "network.transport": "pipe",
      "jsonrpc.request.id": `${id}`,
      "drawbridge.effect": "read",
      "drawbridge.reference": served.log.calls[0]?.reference,
    });
  });

  it("measures it in seconds, in the buckets that the conventions advise, by what has few values", async () => {
    const served = await start();
    await served.call("shelf_read", { name: "monday" });
    await served.call("shelf_read", { name: "tuesday" });
    await served.close();
    expect(await sdk.measurements()).toEqual([
      {
        attributes: {
          "mcp.method.name": "tools/call",
          "gen_ai.operation.name": "execute_tool",
          "gen_ai.tool.name": "shelf_read",
          "mcp.protocol.version": "2025-11-25",
          "network.transport": "pipe",
        },
        count: 2,
        boundaries: [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 120, 300],
      },
    ]);
  });

  it("names prompts, and of resources the kind without the address", async () => {
    const served = await start();
    await served.request("prompts/get", { name: "review", arguments: { name: "monday" } });
    await served.request("resources/read", { uri: "shelf://monday" });
    await served.request("resources/list");
    const ref = { type: "ref/resource", uri: "shelf://{name}" };
    await served.request("completion/complete", { ref, argument: { name: "name", value: "mon" } });
    await served.close();
    expect(sdk.spans.map(({ name, attributes }) => [name, attributes["drawbridge.resource"]])).toEqual([
      ["prompts/get review", undefined],
      ["resources/read", "note"],
      ["resources/list", "note"],
      ["completion/complete", "note.name"],
    ]);
    expect(sdk.spans[0]?.attributes).toMatchObject({ "gen_ai.prompt.name": "review" });
    expect(await sdk.exported()).not.toContain("mon");
  });

  it("runs the tool inside the span, so that its own spans are children", async () => {
    const tool = operationOf(async () => {
      await new Promise((resolve) => setImmediate(resolve));
      trace.getTracer("inside").startSpan("query").end();
      return textReply("done");
    });
    await pass(callOfRequest(tool));
    const [query, call] = sdk.spans;
    expect(query?.parentSpanContext?.spanId).toBe(call?.spanContext().spanId);
  });

  it("makes the span a child of the host's, whose trace is named in _meta", async () => {
    const meta = { traceparent, tracestate: "vendor=value" };
    const served = await start();
    await served.request("tools/call", { name: "shelf_read", arguments: { name: "monday" }, _meta: meta });
    await served.close();
    expect(sdk.spans[0]?.spanContext().traceId).toBe("4bf92f3577b34da6a3ce929d0e0e4736");
    expect(sdk.spans[0]?.parentSpanContext).toMatchObject({ spanId: "00f067aa0ba902b7", isRemote: true });
    expect(sdk.spans[0]?.spanContext().traceState?.serialize()).toBe("vendor=value");
  });

  it("links the transport's span where the host named another as the parent", async () => {
    const meta = { traceparent };
    const tracer = trace.getTracer("http");
    const ambient = await tracer.startActiveSpan("POST", async (post) => {
      await pass(
        callOfRequest(
          operationOf(async () => textReply("")),
          { request: { ...toolRequest, meta } },
        ),
      );
      await pass(callOfRequest(operationOf(async () => textReply(""))));
      return post.spanContext();
    });
    const [named, unnamed] = sdk.spans;
    expect(named?.parentSpanContext?.spanId).toBe("00f067aa0ba902b7");
    expect(named?.links.map((link) => link.context.spanId)).toEqual([ambient.spanId]);
    expect([unnamed?.parentSpanContext?.spanId, unnamed?.links]).toEqual([ambient.spanId, []]);
  });

  it("tells transport and session of a request over HTTP", async () => {
    const overHttp: TracedRequest = { ...toolRequest, transport: "tcp", sessionId: "session-1" };
    await pass(
      callOfRequest(
        operationOf(async () => textReply("")),
        { request: overHttp },
      ),
    );
    expect(sdk.spans[0]?.attributes).toMatchObject({
      "network.transport": "tcp",
      "network.protocol.name": "http",
      "mcp.session.id": "session-1",
    });
    expect((await sdk.measurements())[0]?.attributes).not.toHaveProperty("mcp.session.id");
  });

  it("says of a failure its class, and not its words", async () => {
    const served = await start();
    await served.call("shelf_fail", { detail: "a private matter" });
    await served.call("shelf_put", { name: "private", text: "private" });
    await served.close();
    expect(sdk.spans.map(({ status, attributes }) => [status, attributes["error.type"]])).toEqual([
      [{ code: SpanStatusCode.ERROR, message: "internal" }, "tool_error"],
      [{ code: SpanStatusCode.ERROR, message: "refused" }, "tool_error"],
    ]);
    expect((await sdk.measurements()).map(({ attributes }) => attributes["drawbridge.error.code"])).toEqual([
      "internal",
      "refused",
    ]);
    expect(await sdk.exported()).not.toContain("private");
  });

  it("throws on what the call threw", async () => {
    const error = new ConnectorError("not_found", "There is no such note.");
    const call = callOfRequest(operationOf(async () => Promise.reject(error)));
    await expect(pass(call)).rejects.toMatchObject({ code: "not_found", message: "There is no such note." });
  });

  it("has a call that a person is asked about in two linked spans, measured once", async () => {
    const telemetry = telemetryOf();
    const runtime = runtimeOf({ telemetry, confirmation: { threshold: "destroy" } });
    const burn = operationOf(async () => textReply("ashes"), { name: "shelf_burn", lowestEffect: "destroy" });
    const first = callOf(burn, runtime, { request: toolRequest, canAsk: () => true });
    const question = await pass(first);
    if (question.kind !== "question") throw new Error("Nobody was asked");
    const answer = allowed(question.state);
    await pass(callOf(burn, runtime, { request: toolRequest, canAsk: () => true, answer, reference: "test-2" }));
    const [asked, ended] = sdk.spans;
    expect([asked?.attributes["drawbridge.asked"], ended?.attributes["drawbridge.asked"]]).toEqual([true, undefined]);
    expect(ended?.links.map((link) => link.context.spanId)).toEqual([asked?.spanContext().spanId]);
    expect(ended?.attributes["drawbridge.reference"]).toBe(asked?.attributes["drawbridge.reference"]);
    expect((await sdk.measurements()).map(({ count }) => count)).toEqual([1]);
  });

  it("leaves an answer that is to no question unlinked", async () => {
    const runtime = runtimeOf({ telemetry: telemetryOf(), confirmation: { threshold: "destroy" } });
    const burn = operationOf(async () => textReply("ashes"), { lowestEffect: "destroy" });
    const answer = allowed("made up");
    await expect(pass(callOf(burn, runtime, { request: toolRequest, canAsk: () => true, answer }))).rejects.toThrow();
    expect(sdk.spans[0]?.links).toEqual([]);
  });
});

describe("Telemetry at the end of the server", () => {
  afterEach(() => void vi.useRealTimers());

  it("waits a second for a collector that does not answer, and no longer", async () => {
    const hanging = { onStart: () => {}, onEnd: () => {}, forceFlush: () => new Promise<void>(() => {}) };
    sdk.unregister();
    sdk = new RegisteredSdk({}, [{ ...hanging, shutdown: async () => {} }]);
    vi.useFakeTimers();
    let flushed = false;
    const flush = telemetryOf()
      .flush()
      .then(() => {
        flushed = true;
      });
    await vi.advanceTimersByTimeAsync(999);
    expect(flushed).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await flush;
  });
});

describe("Telemetry that a person asked to show content", () => {
  it("shows arguments as they were sent, and results", async () => {
    const served = await start([], telemetryOf(true));
    await served.call("shelf_list", {});
    await served.call("shelf_read", { name: "monday" });
    await served.close();
    expect(sdk.spans.map(({ attributes }) => attributes["gen_ai.tool.call.arguments"])).toEqual([
      "{}",
      '{"name":"monday"}',
    ]);
    expect(sdk.spans.map(({ attributes }) => attributes["gen_ai.tool.call.result"])).toEqual([
      '{"names":["monday"]}',
      '{"facts":{"note":"monday"},"parts":[{"text":"bread"}]}',
    ]);
  });

  it("shows addresses of resources and the words of errors, in spans alone", async () => {
    const served = await start([], telemetryOf(true));
    await served.request("resources/read", { uri: "shelf://monday" });
    await served.call("shelf_put", { name: "tuesday", text: "milk" });
    await served.close();
    expect(sdk.spans[0]?.attributes["mcp.resource.uri"]).toBe("shelf://monday");
    expect(sdk.spans[1]?.status.message).toContain("--access");
    expect(JSON.stringify(await sdk.measurements())).not.toMatch(/monday|tuesday|milk|--access/);
  });

  it("shows once what hides in arguments and results", async () => {
    const operation = operationOf(async () => textReply("\u202eresult"));
    await pass(callOfRequest(operation, { input: { text: "\u202einput" } }, telemetryOf(true)));
    expect(sdk.spans[0]?.attributes).toMatchObject({
      "gen_ai.tool.call.arguments": '{"text":"⟦U+202E⟧input"}',
      "gen_ai.tool.call.result": '{"facts":{},"parts":[{"text":"⟦U+202E⟧result"}]}',
    });
  });

  it("makes nothing to show for a span that nobody keeps", async () => {
    sdk.unregister();
    sdk = new RegisteredSdk({ sampler: { shouldSample: () => ({ decision: 0 }), toString: () => "none" } });
    let looked = 0;
    const input = { toJSON: () => (looked += 1) };
    await pass(
      callOfRequest(
        operationOf(async () => textReply("")),
        { input },
        telemetryOf(true),
      ),
    );
    expect(looked).toBe(0);
  });
});

describe.each([false, true])("A secret option's value, with content shown: %s", (content) => {
  const secret = 'open"sesame/42';
  const forms = [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    Buffer.from(secret).toString("base64").replace(/=+$/, ""),
  ];

  it("reaches no span and no metric through arguments, results, errors, addresses, ids or traces", async () => {
    const served = await Served.start(["--access", "write"], { SHELF_KEY: secret }, telemetryOf(content));
    served.shelf.notes.set("canary", `the key is ${secret}`);
    for (const form of forms) {
      await served.call("shelf_read", { name: "canary", [form]: form });
      await served.call("shelf_read", { name: form });
      await served.call("shelf_fail", { detail: form });
      await served.call("shelf_append", { name: form, text: form });
      await served.request("resources/read", { uri: `shelf://${encodeURIComponent(form)}` });
      await served.request("prompts/get", { name: "review", arguments: { name: form } });
      const _meta = { traceparent, tracestate: `vendor=${form}`, baggage: `key=${form}` };
      await served.request("tools/call", { name: "shelf_read", arguments: { name: "canary" }, _meta });
    }
    await served.call("shelf_read", { name: "canary" });
    await served.close();
    const leaking = operationOf(async () => Promise.reject(new ConnectorError("not_found", `No ${secret} here.`)));
    const runtime = runtimeOf({ telemetry: telemetryOf(content), redactor: new Redactor([secret]) });
    await expect(pass(callOf(leaking, runtime, { request: { ...toolRequest, id: secret } }))).rejects.toThrow();
    expect(sdk.spans.length).toBe(forms.length * 7 + 2);
    const exported = await sdk.exported();
    expect(forms.filter((form) => exported.includes(JSON.stringify(form).slice(1, -1)))).toEqual([]);
    expect(exported.includes("canary")).toBe(content);
  });
});
