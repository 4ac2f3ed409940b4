import type { JSONRPCMessage, Transport } from "@modelcontextprotocol/server";
import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import * as z from "zod";
import { MemoryLog } from "../../test/memory-log.ts";
import { defineConnector } from "../define/define-connector.ts";
import { defineTool } from "../define/define-tool.ts";
import type { HostRoot } from "../define/question.ts";
import type { ToolContext } from "../define/tool-context.ts";
import { readOptions } from "../options/read-options.ts";
import { Instance } from "../serving/instance.ts";

/** What a place of work is to the connector of these tests: the folders that it may speak of. */
interface Desk {
  folders: readonly string[];
}

const tell = defineTool({
  name: "desk_tell",
  title: "Tell",
  description: "Tells the folders.",
  effect: "read",
  input: z.object({}),
  output: z.object({ folders: z.array(z.string()) }),
  run: async (_, { client }: ToolContext<Desk>) => ({ folders: [...client.folders] }),
});

const desk = defineConnector({
  name: "desk",
  title: "Desk",
  description: "A desk.",
  examples: [],
  package: new URL("../../package.json", import.meta.url),
  options: z.object({}),
  open: async (): Promise<Desk> => ({ folders: ["all"] }),
  narrow() {
    const client: Desk = { folders: [] };
    return {
      client,
      async to(roots: readonly HostRoot[]) {
        client.folders = roots.map(({ uri }) => uri);
      },
    };
  },
  check: async () => ({}),
  tools: [tell],
});

interface Message {
  readonly id: number;
  readonly method?: string;
  readonly result?: { readonly structuredContent?: unknown; readonly _meta?: { readonly code?: string } };
}

/** A host that speaks plain JSON-RPC to the desk. */
async function startHost(hasRoots = true) {
  const questions: number[] = [];
  const waiting = new Map<number, (message: Message) => void>();
  const transport: Transport = {
    start: async () => {},
    close: async () => {},
    async send(message) {
      const { id, method } = message as unknown as Message;
      if (method === "roots/list") questions.push(id);
      else waiting.get(id)?.(message as unknown as Message);
    },
  };
  const instance = new Instance(desk as never, await readOptions(desk.options, [], {}), new MemoryLog());
  const connection = instance.serve(transport);
  onTestFinished(async () => {
    await connection.close();
    await instance.close();
  });
  const send = (message: object) => transport.onmessage?.({ jsonrpc: "2.0", ...message } as JSONRPCMessage);
  let lastId = 100;
  const request = (method: string, params: object) => {
    lastId += 1;
    const id = lastId;
    return new Promise<Message>((resolve) => {
      waiting.set(id, resolve);
      send({ id, method, params });
    });
  };
  const capabilities = hasRoots ? { roots: {} } : {};
  await request("initialize", {
    protocolVersion: "2025-11-25",
    capabilities,
    clientInfo: { name: "raw", version: "1" },
  });
  send({ method: "notifications/initialized" });
  return {
    questions,
    changed: () => send({ method: "notifications/roots/list_changed" }),
    asked: (count: number) => vi.waitFor(() => expect(questions).toHaveLength(count)),
    answer: (number: number, result: unknown) => send({ id: questions[number], result }),
    fail: (number: number, code: number) => send({ id: questions[number], error: { code, message: "no" } }),
    async call() {
      const { result } = await request("tools/call", { name: "desk_tell", arguments: {} });
      return result?.structuredContent ?? result?._meta?.code;
    },
  };
}

const listed = (...uris: string[]) => ({ roots: uris.map((uri) => ({ uri })) });

describe("a host that works in certain folders", () => {
  afterEach(() => void vi.useRealTimers());

  it("is asked for them once, before its first call goes on, and by no list", async () => {
    const host = await startHost();
    expect(host.questions).toEqual([]);
    const calls = [host.call(), host.call()];
    await host.asked(1);
    host.answer(0, listed("file:///a"));
    for (const call of calls) expect(await call).toEqual({ folders: ["file:///a"] });
    expect(await host.call()).toEqual({ folders: ["file:///a"] });
    expect(host.questions).toHaveLength(1);
  });

  it("is asked again when they change, and calls wait for the newest answer", async () => {
    const host = await startHost();
    const first = host.call();
    await host.asked(1);
    host.changed();
    host.changed();
    host.answer(0, listed("file:///old"));
    await host.asked(2);
    host.answer(1, listed("file:///new"));
    expect(await first).toEqual({ folders: ["file:///new"] });
    host.changed();
    const second = host.call();
    await host.asked(3);
    host.answer(2, listed("file:///newest"));
    expect(await second).toEqual({ folders: ["file:///newest"] });
  });

  it("is served nothing while it does not say which, and all the same once it does", async () => {
    const host = await startHost();
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const call = host.call();
    await vi.advanceTimersByTimeAsync(5000);
    expect(await call).toBe("unavailable");
    host.answer(0, listed("file:///a"));
    expect(await host.call()).toEqual({ folders: ["file:///a"] });
    expect(host.questions).toHaveLength(1);
  });

  it.each([
    ["no list", { roots: "all" }],
    ["an empty answer", {}],
    ["roots without addresses", { roots: [{ name: "a" }] }],
    ["more roots than anybody has", listed(...Array.from({ length: 1001 }, () => "file:///a"))],
  ])("is served nothing where it answers with %s, and is asked again", async (_, answer) => {
    const host = await startHost();
    const call = host.call();
    await host.asked(1);
    host.answer(0, answer);
    expect(await call).toBe("unavailable");
    const again = host.call();
    await host.asked(2);
    host.answer(1, listed("file:///a"));
    expect(await again).toEqual({ folders: ["file:///a"] });
  });

  it("is served nothing where it answers with an error", async () => {
    const host = await startHost();
    const call = host.call();
    await host.asked(1);
    host.fail(0, -32603);
    expect(await call).toBe("unavailable");
  });

  it("has none where it does not know the question", async () => {
    const host = await startHost();
    const call = host.call();
    await host.asked(1);
    host.fail(0, -32601);
    expect(await call).toEqual({ folders: [] });
  });

  it("hands on what it says as it is, odd addresses included", async () => {
    const host = await startHost();
    const call = host.call();
    await host.asked(1);
    host.answer(0, listed("https://example.com", "file:///a"));
    expect(await call).toEqual({ folders: ["https://example.com", "file:///a"] });
  });

  it("is not asked where it declares none", async () => {
    const host = await startHost(false);
    host.changed();
    expect(await host.call()).toEqual({ folders: ["all"] });
    expect(host.questions).toEqual([]);
  });
});
