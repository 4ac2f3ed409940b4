import { defineConnector, definePrompt, defineResource, defineTool } from "@drawbridge/core";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as z from "zod";
import { inProcess } from "../places/in-process.ts";
import type { Host } from "./host.ts";
import { hostKinds } from "./host-kinds.ts";
import { openHost } from "./open-host.ts";

const signals: AbortSignal[] = [];

const add = defineTool({
  name: "sum_add",
  title: "Add",
  description: "Adds two numbers.",
  effect: "read",
  input: z.object({ a: z.number(), b: z.number() }),
  output: z.object({ sum: z.number() }),
  async run({ a, b }, { progress }) {
    progress(1, 2, "half");
    progress(2, 2);
    return { sum: a + b };
  },
});

const wait = defineTool({
  name: "sum_wait",
  title: "Wait",
  description: "Waits until it is told to stop.",
  effect: "read",
  input: z.object({}),
  run: (_, { signal }) => {
    signals.push(signal);
    return new Promise<never>(() => {});
  },
});

const sums = defineConnector({
  name: "sum",
  title: "Sums",
  description: "Adds.",
  examples: [],
  package: new URL("../../package.json", import.meta.url),
  options: z.object({}),
  open: async () => ({}),
  check: async () => ({}),
  tools: [add, wait],
  resources: [
    defineResource({
      name: "number",
      title: "Number",
      description: "A number.",
      uriTemplate: "number://{value}",
      list: async () => [{ uri: "number://7", name: "seven" }],
      complete: async (_, typed) => ["1", "12", "2"].filter((value) => value.startsWith(typed)),
      read: async (uri) => ({ body: uri.slice("number://".length) }),
    }),
  ],
  prompts: [
    definePrompt({
      name: "explain",
      title: "Explain",
      description: "Explains.",
      input: z.object({}),
      write: async () => "Explain.",
    }),
  ],
});

describe.each(hostKinds)("a host of %s", (kind) => {
  let host: Host;
  beforeEach(async () => {
    host = await openHost(kind, inProcess(sums, { argv: [] }));
  });
  afterEach(() => host.close());

  it("knows the server and its tools", async () => {
    expect(host.server).toMatchObject({ name: "@drawbridge/testkit", version: expect.stringMatching(/^\d/) });
    expect((await host.listTools()).map(({ name }) => name)).toEqual(["sum_add", "sum_wait"]);
  });

  it("calls a tool", async () => {
    expect(await host.callTool("sum_add", { a: 1, b: 2 })).toMatchObject({ structured: { sum: 3 }, isError: false });
  });

  it("is told of progress", async () => {
    const told: number[] = [];
    await host.callTool("sum_add", { a: 1, b: 2 }, { onProgress: ({ progress }) => told.push(progress) });
    expect(told).toEqual([1, 2]);
  });

  it("cancels a call, and the tool hears of it", async () => {
    signals.length = 0;
    const controller = new AbortController();
    const called = host.callTool("sum_wait", {}, { signal: controller.signal }).catch((error: unknown) => error);
    await vi.waitFor(() => expect(signals).toHaveLength(1));
    controller.abort();
    expect(await called).toBeInstanceOf(Error);
    await vi.waitFor(() => expect(signals[0]?.aborted).toBe(true));
  });

  it("lists, reads and completes resources", async () => {
    expect(await host.listResources()).toMatchObject([{ uri: "number://7" }]);
    expect(await host.listResourceTemplates()).toMatchObject([{ uriTemplate: "number://{value}" }]);
    expect(await host.readResource("number://7")).toMatchObject({ text: "7" });
    expect(await host.complete("number://{value}", "value", "1")).toEqual(["1", "12"]);
  });
});
