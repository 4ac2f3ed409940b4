import { PassThrough } from "node:stream";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { StdioTransport } from "./stdio-transport.ts";

interface Line {
  readonly id?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

let input: PassThrough;
let output: PassThrough;
let transport: StdioTransport;
let received: unknown[];

beforeEach(async () => {
  input = new PassThrough();
  output = new PassThrough();
  received = [];
  transport = new StdioTransport(input, output);
  transport.onmessage = (message) => received.push(message);
  await transport.start();
});
afterEach(() => transport.close());

const settled = () => new Promise((resolve) => setImmediate(resolve));
const request = (id: unknown, method = "tools/list") => `${JSON.stringify({ jsonrpc: "2.0", id, method })}\n`;

async function write(...lines: string[]): Promise<void> {
  for (const line of lines) input.write(line);
  await settled();
}

function acknowledge(id: string | number): Promise<void> {
  const params = { notifications: {}, _meta: { "io.modelcontextprotocol/subscriptionId": id } };
  return transport.send({ jsonrpc: "2.0", method: "notifications/subscriptions/acknowledged", params });
}

function written(): Line[] {
  const text = (output.read() as Buffer | null)?.toString() ?? "";
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Line);
}

describe("StdioTransport", () => {
  it("hands on each message and writes each answer on a line", async () => {
    await write(request(1), '{"jsonrpc":"2.0","method":"notifications/initialized"}\n');
    expect(received).toMatchObject([{ id: 1 }, { method: "notifications/initialized" }]);
    await transport.send({ jsonrpc: "2.0", id: 1, result: { text: "a\nb" } });
    expect((output.read() as Buffer).toString()).toBe('{"jsonrpc":"2.0","id":1,"result":{"text":"a\\nb"}}\n');
  });

  it("hands on what the host has its answer to, and writes none, however it ends", async () => {
    input = new PassThrough();
    const again = new StdioTransport(input, output, new Set<unknown>([1, "list", 3]));
    again.onmessage = (message) => received.push(message);
    await again.start();
    await write(request(1), request("list"), request(3), request(4));
    expect(received).toMatchObject([{ id: 1 }, { id: "list" }, { id: 3 }, { id: 4 }]);
    await again.send({ jsonrpc: "2.0", id: 1, result: {} });
    await again.send({ jsonrpc: "2.0", id: "list", error: { code: -1, message: "It failed" } });
    await again.send({ jsonrpc: "2.0", id: 4, result: {} });
    expect(written()).toMatchObject([{ id: 4, result: {} }]);
    // The host may use the id again.
    await write(request(1));
    await again.send({ jsonrpc: "2.0", id: 1, result: {} });
    expect(written()).toMatchObject([{ id: 1, result: {} }]);
    await again.close();
    expect(written()).toEqual([]);
  });

  it("answers an id again that the host has an answer to, once that was cancelled", async () => {
    input = new PassThrough();
    const again = new StdioTransport(input, output, new Set<unknown>([1]));
    await again.start();
    const cancelled = { jsonrpc: "2.0", method: "notifications/cancelled", params: { requestId: 1 } };
    await write(request(1), `${JSON.stringify(cancelled)}\n`, request(1));
    await again.send({ jsonrpc: "2.0", id: 1, result: {} });
    expect(written()).toMatchObject([{ id: 1, result: {} }]);
  });

  it("hands on lines that come together in their order, some of them in one go", async () => {
    input.write(Array.from({ length: 40 }, (_, id) => request(id)).join(""));
    await new Promise((resolve) => process.nextTick(resolve));
    expect(received.length).toBeLessThan(40);
    await settled();
    await settled();
    expect(received.map((message) => (message as Line).id)).toEqual(Array.from({ length: 40 }, (_, id) => id));
  });

  it.each([
    ["no JSON", "hello\n", -32700],
    ["half a message", '{"jsonrpc":"2.0",\n', -32700],
    ["a number", "7\n", -32600],
    ["null", "null\n", -32600],
    ["a batch", "[]\n", -32600],
    ["another version", '{"jsonrpc":"1.0","id":1,"method":"x"}\n', -32600],
    ["an id that is an object", '{"jsonrpc":"2.0","id":{},"method":"x"}\n', -32600],
    ["an id that is null", '{"jsonrpc":"2.0","id":null,"method":"x"}\n', -32600],
  ])("answers a line that is %s with an error, and goes on", async (_, line, code) => {
    await write(line, request(2));
    expect(written()).toMatchObject([{ id: null, error: { code } }]);
    expect(received).toMatchObject([{ id: 2 }]);
  });

  it.each(["[]", "7", "null", '"x"'])("answers a request whose params are %s under its own id", async (params) => {
    await write(`{"jsonrpc":"2.0","id":9,"method":"tools/call","params":${params}}\n`);
    expect(written()).toMatchObject([{ id: 9, error: { code: -32600 } }]);
    expect(received).toEqual([]);
  });

  it("passes over empty lines", async () => {
    await write("\n", "  \r\n", request(1));
    expect(written()).toEqual([]);
    expect(received).toHaveLength(1);
  });

  it("answers a line over 8 MiB with an error, and takes the next one", async () => {
    await write("x".repeat(8 * 1024 * 1024 + 1), "\n", request(3));
    expect(written()).toMatchObject([{ id: null, error: { code: -32600 } }]);
    expect(received).toMatchObject([{ id: 3 }]);
  });

  it("tells who closes it, once", async () => {
    const closed = vi.fn();
    transport.onclose = closed;
    await transport.close();
    await transport.close();
    expect(closed).toHaveBeenCalledOnce();
  });

  it("writes nothing once it is closed", async () => {
    await transport.close();
    await transport.send({ jsonrpc: "2.0", id: 1, result: {} });
    expect(written()).toEqual([]);
  });
});

describe("StdioTransport, asking", () => {
  const ask = (id: number) =>
    transport.send({ jsonrpc: "2.0", id: `q${id}`, method: "elicitation/create", params: {} } as never);

  it("serves on while any number of calls wait for a person", async () => {
    for (let id = 0; id < 128; id += 1) {
      await write(request(id));
      await ask(id);
    }
    await write(request("next"));
    expect(received.at(-1)).toMatchObject({ id: "next" });
  });

  it("counts a call again once its person has answered, or is asked no longer", async () => {
    for (let id = 0; id < 128; id += 1) {
      await write(request(id));
      await ask(id);
    }
    for (let id = 0; id < 127; id += 1) await write(`{"jsonrpc":"2.0","id":"q${id}","result":{}}\n`);
    await transport.send({ jsonrpc: "2.0", method: "notifications/cancelled", params: { requestId: "q127" } });
    await write(request("too many"));
    expect(received.at(-1)).not.toMatchObject({ id: "too many" });
    await transport.send({ jsonrpc: "2.0", id: 0, result: {} });
    expect(received.at(-1)).toMatchObject({ id: "too many" });
  });
});

describe("StdioTransport, draining", () => {
  /** Whether a promise has resolved by now. */
  const isDone = async (promise: Promise<void>) => {
    let done = false;
    void promise.then(() => {
      done = true;
    });
    await settled();
    return done;
  };

  it("is drained at once where nothing runs", async () => {
    expect(await isDone(transport.drain(60_000))).toBe(true);
  });

  it("waits for the requests that run, and no longer", async () => {
    await write(request(1), request("two"));
    const drained = transport.drain(60_000);
    await transport.send({ jsonrpc: "2.0", id: 1, result: {} });
    expect(await isDone(drained)).toBe(false);
    await transport.send({ jsonrpc: "2.0", id: "two", error: { code: -1, message: "no" } });
    expect(await isDone(drained)).toBe(true);
    expect(written()).toHaveLength(2);
  });

  it("takes what came before, also where it was not handed on yet", async () => {
    input.write(Array.from({ length: 40 }, (_, id) => request(id)).join(""));
    await new Promise((resolve) => process.nextTick(resolve));
    void transport.drain(60_000);
    expect(received).toHaveLength(40);
    expect(written()).toEqual([]);
    for (let id = 0; id < 40; id += 1) await transport.send({ jsonrpc: "2.0", id, result: {} });
  });

  it("refuses requests that come after, with their id", async () => {
    await write(request(1));
    void transport.drain(60_000);
    await write(request(5));
    expect(written()).toMatchObject([{ id: 5, error: { code: -32000, message: "The server is stopping" } }]);
    expect(received).toHaveLength(1);
    await transport.send({ jsonrpc: "2.0", id: 1, result: {} });
  });

  it("still hands on notifications, such as a cancellation", async () => {
    await write(request(1));
    const drained = transport.drain(60_000);
    await write('{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}\n');
    expect(received).toHaveLength(2);
    expect(await isDone(drained)).toBe(true);
  });

  it("is not held by a request that was cancelled before", async () => {
    await write(request(1), '{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}\n');
    expect(await isDone(transport.drain(60_000))).toBe(true);
  });

  it("is not held by a request of the server's own, which is no answer", async () => {
    await write(request(1));
    const drained = transport.drain(60_000);
    await transport.send({ jsonrpc: "2.0", id: 1, method: "elicitation/create", params: {} } as never);
    expect(await isDone(drained)).toBe(false);
    await transport.send({ jsonrpc: "2.0", id: 1, result: {} });
    expect(await isDone(drained)).toBe(true);
  });

  it("is not held by what waits for a person once the host can say nothing more", async () => {
    await write(request(1));
    await transport.send({ jsonrpc: "2.0", id: "q", method: "elicitation/create", params: {} } as never);
    input.end();
    await settled();
    expect(await isDone(transport.drain(60_000))).toBe(true);
  });

  it("waits for a subscription's acknowledgement, and not for its end", async () => {
    await write(request("sub", "subscriptions/listen"));
    const drained = transport.drain(60_000);
    expect(await isDone(drained)).toBe(false);
    await acknowledge("other");
    expect(await isDone(drained)).toBe(false);
    await acknowledge("sub");
    expect(await isDone(drained)).toBe(true);
    await transport.send({ jsonrpc: "2.0", id: "sub", result: {} });
    expect(written().at(-1)).toMatchObject({ id: "sub", result: {} });
  });

  it.each(["before", "while"])(
    "is not held by an answer that the host will not take, broken off %s it is sent",
    async (when) => {
      output.on("error", () => {});
      if (when === "before") output.destroy(new Error("EPIPE"));
      await write(request(1));
      const sent = transport.send({ jsonrpc: "2.0", id: 1, result: { text: "a".repeat(100_000) } });
      if (when === "while") output.destroy(new Error("EPIPE"));
      await sent;
      await transport.drain(60_000);
    },
  );

  it("gives up on a request that does not end", async () => {
    await write(request(1));
    const started = performance.now();
    await transport.drain(20);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe("a host that subscribes", () => {
  it("may do so any number of times without holding up what it asks for besides", async () => {
    output.resume();
    for (let id = 0; id < 500; id += 1) {
      await write(request(id, "subscriptions/listen"));
      await acknowledge(id);
    }
    await write(request("call"));
    expect(received.at(-1)).toMatchObject({ id: "call" });
  });

  it("is handed no more than so many at once before they are acknowledged", async () => {
    for (let id = 0; id < 500; id += 1) input.write(request(id, "subscriptions/listen"));
    await settled();
    expect(received).toHaveLength(128);
    await acknowledge(0);
    expect(received).toHaveLength(129);
  });
});

describe("a host that does not read answers", () => {
  it("is handed no more than so many, however much it asks", async () => {
    const narrow = new PassThrough({ highWaterMark: 64 });
    const slow = new StdioTransport(input, narrow);
    let asked = 0;
    slow.onmessage = (message) => {
      asked += 1;
      if ("id" in message) void slow.send({ jsonrpc: "2.0", id: message.id as number, result: {} });
    };
    await transport.close();
    await slow.start();
    input.resume();
    for (let id = 0; id < 1000; id += 1) input.write(request(id));
    await settled();
    // Besides those under way, the few whose answers still found room.
    expect(asked).toBeLessThan(140);
    narrow.resume();
    await vi.waitFor(() => expect(asked).toBe(1000));
    await slow.close();
  });

  it("can still cancel what waits", async () => {
    for (let id = 0; id < 130; id += 1) input.write(request(id));
    await write(
      `${JSON.stringify({ jsonrpc: "2.0", method: "notifications/cancelled", params: { requestId: 129 } })}\n`,
    );
    expect(received).toHaveLength(129);
    await transport.send({ jsonrpc: "2.0", id: 0, result: {} });
    await transport.send({ jsonrpc: "2.0", id: 1, result: {} });
    expect(received.slice(129)).toEqual([expect.objectContaining({ id: 128 })]);
  });
});

describe("a request that the SDK would drop", () => {
  it.each([
    ["another member", { extra: 1 }],
    ["a progress token that is none", { params: { _meta: { progressToken: {} } } }],
    ["an id that is no whole number", { id: 1.5 }],
  ])("is answered for having %s", async (_, change) => {
    await write(`${JSON.stringify({ jsonrpc: "2.0", id: 5, method: "tools/list", ...change })}\n`);
    expect(written()).toEqual([expect.objectContaining({ error: expect.objectContaining({ code: -32600 }) })]);
    expect(received).toEqual([]);
  });
});

describe("StdioTransport, telling when there is room", () => {
  it("does so at once where the host has taken all", async () => {
    await expect(transport.room()).resolves.toBeUndefined();
  });

  it("waits for an answer that is just being sent, until the host has taken it", async () => {
    const narrow = new PassThrough({ highWaterMark: 64 });
    const other = new StdioTransport(new PassThrough(), narrow);
    let hasRoom = false;
    const room = other.room().then(() => {
      hasRoom = true;
    });
    void other.send({ jsonrpc: "2.0", id: 1, result: { text: "x".repeat(1000) } });
    for (const _ of [1, 2, 3]) await settled();
    expect(hasRoom).toBe(false);
    narrow.resume();
    await room;
    await other.close();
  });
});

describe("StdioTransport, answering many at once", () => {
  const ids = [1, 2, 3];
  const answer = (id: number, text = "") => transport.send({ jsonrpc: "2.0", id, result: { text } });

  it("writes what is answered in one turn in one piece, in its order", async () => {
    await write(...ids.map((id) => request(id)));
    const writing = vi.spyOn(output, "write");
    await Promise.all(ids.map((id) => answer(id)));
    expect(written().map(({ id }) => id)).toEqual(ids);
    expect(writing).toHaveBeenCalledTimes(1);
  });

  it("keeps the order where a long answer leaves alone", async () => {
    await write(...ids.map((id) => request(id)));
    const long = "x".repeat(100_000);
    const sent = [answer(1), answer(2, long), answer(3)];
    output.setEncoding("utf8");
    let text = "";
    output.on("data", (chunk) => {
      text += chunk;
    });
    await Promise.all(sent);
    await settled();
    const lines = text.trimEnd().split("\n");
    expect(lines.map((line) => (JSON.parse(line) as Line).id)).toEqual(ids);
  });

  it("writes what was answered before it is closed, and drains only then", async () => {
    await write(...ids.map((id) => request(id)));
    const drained = vi.fn();
    void transport.drain(60_000).then(drained);
    const sent = ids.map((id) => answer(id));
    await Promise.resolve();
    expect(drained).not.toHaveBeenCalled();
    await transport.close();
    expect(written().map(({ id, error }) => [id, error])).toEqual(ids.map((id) => [id, undefined]));
    await Promise.all(sent);
  });
});
