import { DiagConsoleLogger, DiagLogLevel, diag, metrics, trace } from "@opentelemetry/api";
import { MeterProvider } from "@opentelemetry/sdk-metrics";
import { NodeTracerProvider } from "@opentelemetry/sdk-trace-node";
import { afterEach, describe, expect, it } from "vitest";
import { callOf, operationOf, runtimeOf, textReply } from "../../test/call-of.ts";
import { MemoryLog } from "../../test/memory-log.ts";
import { RegisteredSdk } from "../../test/registered-sdk.ts";
import { toolRequest } from "../../test/tool-request.ts";
import { pass } from "../pipeline/pipeline.ts";
import { openTelemetry } from "./open-telemetry.ts";

const manifest = new URL("../../package.json", import.meta.url);
const registry = globalThis as Record<symbol, unknown>;
const key = Symbol.for("opentelemetry.js.api.1");

describe("openTelemetry", () => {
  afterEach(() => {
    delete registry[key];
  });

  it("is nothing where nobody brought an SDK", async () => {
    expect(await openTelemetry(manifest, false, new MemoryLog())).toBeUndefined();
  });

  it("is nothing where only the API's own log is in use", async () => {
    diag.setLogger(new DiagConsoleLogger(), DiagLogLevel.NONE);
    expect(await openTelemetry(manifest, false, new MemoryLog())).toBeUndefined();
  });

  it.each([
    ["traces", () => trace.setGlobalTracerProvider(new NodeTracerProvider())],
    ["metrics", () => metrics.setGlobalMeterProvider(new MeterProvider())],
  ])("watches where an SDK takes %s alone", async (_, register) => {
    register();
    expect(await openTelemetry(manifest, false, new MemoryLog())).toBeDefined();
  });

  it("names its spans after the connector's package", async () => {
    const sdk = new RegisteredSdk();
    const telemetry = await openTelemetry(manifest, false, new MemoryLog());
    const runtime = runtimeOf({ telemetry });
    const operation = operationOf(async () => textReply(""));
    await pass(callOf(operation, runtime, { request: toolRequest }));
    expect(sdk.spans[0]?.instrumentationScope).toMatchObject({ name: "@drawbridge/core", version: expect.any(String) });
    sdk.unregister();
  });

  it("lets no SDK that fails keep the server from starting, and says so", async () => {
    const log = new MemoryLog();
    metrics.setGlobalMeterProvider({
      getMeter() {
        throw new Error("broken");
      },
    });
    expect(await openTelemetry(manifest, false, log)).toBeUndefined();
    expect(log.events).toMatchObject([{ level: "warn", err: { message: "broken" } }]);
  });

  it("says that an SDK is too old to be found, rather than nothing", async () => {
    const log = new MemoryLog();
    registry[key] = { version: "1.0.4", trace: { getTracer: () => undefined } };
    expect(await openTelemetry(manifest, false, log)).toBeUndefined();
    expect(log.events).toMatchObject([{ level: "warn", problem: expect.stringContaining("1.0.4") }]);
  });
});
