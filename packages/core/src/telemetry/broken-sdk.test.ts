import api, { type ContextManager, context, metrics, propagation, ROOT_CONTEXT } from "@opentelemetry/api";
import type { SpanExporter, SpanProcessor, TracerConfig } from "@opentelemetry/sdk-trace-node";
import { SimpleSpanProcessor } from "@opentelemetry/sdk-trace-node";
import { afterEach, describe, expect, it } from "vitest";
import { callOf, operationOf, runtimeOf, textReply } from "../../test/call-of.ts";
import { MemoryLog } from "../../test/memory-log.ts";
import { RegisteredSdk } from "../../test/registered-sdk.ts";
import { toolRequest } from "../../test/tool-request.ts";
import { ConnectorError } from "../errors/connector-error.ts";
import { pass } from "../pipeline/pipeline.ts";
import { Telemetry } from "./telemetry.ts";

const broken = (): never => {
  throw new Error("broken");
};

const processor = (changes: Partial<SpanProcessor>): SpanProcessor => ({
  onStart: () => {},
  onEnd: () => {},
  forceFlush: async () => {},
  shutdown: async () => {},
  ...changes,
});

const exporter: SpanExporter = { export: broken, shutdown: async () => {} };

let sdk: RegisteredSdk | undefined;
afterEach(() => sdk?.unregister());

const register = (config?: TracerConfig, processors?: readonly SpanProcessor[]) => {
  sdk = new RegisteredSdk(config, processors);
};

const manage = (changes: Partial<ContextManager>) => {
  register();
  context.disable();
  const manager: ContextManager = {
    active: () => ROOT_CONTEXT,
    with: (_, work, receiver, ...args) => work.apply(receiver as never, args),
    bind: (_, target) => target,
    enable: () => manager,
    disable: () => manager,
    ...changes,
  };
  context.setGlobalContextManager(manager);
};

const breakages: ReadonlyArray<readonly [what: string, register: () => void]> = [
  ["a sampler", () => register({ sampler: { shouldSample: broken, toString: () => "broken" } })],
  ["a processor at the start", () => register({}, [processor({ onStart: broken })])],
  ["a processor at the end", () => register({}, [processor({ onEnd: broken })])],
  ["an exporter", () => register({}, [new SimpleSpanProcessor(exporter)])],
  [
    "a propagator",
    () => {
      register();
      propagation.disable();
      propagation.setGlobalPropagator({ inject: broken, extract: broken, fields: () => [] });
    },
  ],
  ["a context manager that runs nothing and", () => manage({ with: broken })],
  ["a context manager that knows nothing and", () => manage({ active: broken })],
  [
    "a meter",
    () => {
      register();
      metrics.disable();
      const meter = { ...metrics.getMeter("none"), createHistogram: () => ({ record: broken }) };
      metrics.setGlobalMeterProvider({ getMeter: () => meter });
    },
  ],
];

describe.each(breakages)("%s that throws", (_, breakIt) => {
  const call = async (invoke: () => Promise<ReturnType<typeof textReply>>, log = new MemoryLog()) => {
    breakIt();
    let ran = 0;
    const telemetry = new Telemetry(api, { name: "shelf", version: "1", content: true }, log);
    const operation = operationOf(() => {
      ran += 1;
      return invoke();
    });
    const answer = pass(callOf(operation, runtimeOf({ telemetry }), { request: toolRequest }));
    return { answer: await answer.catch((error: unknown) => error), ran, log };
  };

  it("breaks no call, which runs once", async () => {
    const { answer, ran } = await call(async () => textReply("done"));
    expect([answer, ran]).toEqual([{ ...textReply("done"), header: "" }, 1]);
  });

  it("changes no error", async () => {
    const { answer, ran } = await call(async () => Promise.reject(new ConnectorError("conflict", "It changed.")));
    expect(answer).toMatchObject({ code: "conflict", message: "It changed." });
    expect(ran).toBe(1);
  });
});

describe("a sampler that throws at every call", () => {
  const callThrice = async (log = new MemoryLog()) => {
    register({ sampler: { shouldSample: broken, toString: () => "broken" } });
    const runtime = runtimeOf({ telemetry: new Telemetry(api, { name: "shelf", version: "1", content: false }, log) });
    const operation = operationOf(async () => textReply(""));
    for (let count = 0; count < 3; count += 1) {
      await pass(callOf(operation, runtime, { request: toolRequest }));
    }
    return log;
  };

  it("is logged once", async () => {
    const { events } = await callThrice();
    expect(events.map(({ level, event }) => [level, event])).toEqual([["warn", "telemetry"]]);
  });

  it("keeps no call from being measured", async () => {
    await callThrice();
    expect((await sdk?.measurements())?.map(({ count }) => count)).toEqual([3]);
  });
});
