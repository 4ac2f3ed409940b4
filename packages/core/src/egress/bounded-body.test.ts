import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ConnectorError } from "../errors/connector-error.ts";
import type { EgressAnswer } from "./egress-answer.ts";
import { egressGuard } from "./egress-guard.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

interface Bounds {
  readonly maxBytes?: number;
  readonly timeout?: number;
  readonly signal?: AbortSignal;
  readonly method?: string;
}

async function ask(
  listener: RequestListener,
  { signal, method = "GET", ...bounds }: Bounds = {},
): Promise<EgressAnswer> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const fetch = egressGuard({ hosts: [host], allowPrivate: ["127.0.0.1"], ...bounds });
  return fetch(host, { method, ...(signal === undefined ? {} : { signal }) });
}

const refused = expect.objectContaining({ code: "refused" });

describe("the body of a guarded answer", () => {
  it("comes whole when it is as large as allowed, and not when it is a byte larger", async () => {
    const sends = (size: number) => (response: Parameters<RequestListener>[1]) => {
      for (let sent = 0; sent < size; sent += 500) response.write("a".repeat(Math.min(500, size - sent)));
      response.end();
    };
    const whole = await ask((_, response) => sends(1000)(response), { maxBytes: 1000 });
    expect(await whole.text()).toHaveLength(1000);
    const larger = await ask((_, response) => sends(1001)(response), { maxBytes: 1000 });
    await expect(larger.text()).rejects.toEqual(refused);
  });

  it("is refused unread when its length is said to be too large, unless it is not sent", async () => {
    const listener: RequestListener = (request, response) => {
      response.writeHead(200, { "content-length": 1001 });
      response.end(request.method === "HEAD" ? undefined : "a".repeat(1001));
    };
    await expect(ask(listener, { maxBytes: 1000 })).rejects.toEqual(refused);
    expect((await ask(listener, { maxBytes: 1000, method: "HEAD" })).headers.get("content-length")).toBe("1001");
  });

  it("ends the connection of an endless one", async () => {
    const closed = vi.fn();
    const answer = await ask(
      (_, response) => {
        response.on("close", closed);
        const more = () => {
          while (!response.destroyed && response.write(Buffer.alloc(65_536)));
        };
        response.on("drain", more);
        more();
      },
      { maxBytes: 1 << 20 },
    );
    await expect(answer.arrayBuffer()).rejects.toEqual(refused);
    await vi.waitFor(() => expect(closed).toHaveBeenCalled());
  });

  it.each([
    ["gzip", gzipSync],
    ["br", brotliCompressSync],
  ])("is unpacked from %s, and its headers no longer describe what was packed", async (encoding, pack) => {
    const listener: RequestListener = (_, response) => {
      const packed = pack("well ".repeat(100));
      response.writeHead(200, { "content-encoding": encoding, "content-length": packed.length }).end(packed);
    };
    const answer = await ask(listener, { maxBytes: 500 });
    expect(await answer.text()).toBe("well ".repeat(100));
    expect([answer.headers.has("content-encoding"), answer.headers.has("content-length")]).toEqual([false, false]);
  });

  it.each([
    ["gzip", gzipSync],
    ["br", brotliCompressSync],
  ])("is refused when a small %s unpacks into a large one", async (encoding, pack) => {
    const bomb = pack(Buffer.alloc(50 << 20));
    expect(bomb.length).toBeLessThan(100_000);
    const listener: RequestListener = (_, response) => {
      response.writeHead(200, { "content-encoding": encoding }).end(bomb);
    };
    await expect((await ask(listener, { maxBytes: 1 << 20 })).arrayBuffer()).rejects.toEqual(refused);
  });

  it("is refused when much arrives that unpacks into nothing", async () => {
    // Stored blocks of no bytes (RFC 1951, 3.2.4), after the header of a gzip file.
    const blocks = Buffer.alloc(200_000, Buffer.from([0, 0, 0, 0xff, 0xff]));
    const listener: RequestListener = (_, response) => {
      response.writeHead(200, { "content-encoding": "gzip" });
      response.write(gzipSync("").subarray(0, 10));
      response.write(blocks);
    };
    const answer = await ask(listener, { maxBytes: 100_000, timeout: 2000 });
    await expect(answer.text()).rejects.toEqual(refused);
  });

  it("is refused when it is packed in a way that was not asked for", async () => {
    const listener: RequestListener = (_, response) => {
      response.writeHead(200, { "content-encoding": "gzip, gzip" }).end(gzipSync(gzipSync("a")));
    };
    await expect(ask(listener)).rejects.toMatchObject({ code: "unavailable" });
  });

  it("fails when it breaks off, packed or not", async () => {
    const plain = await ask((_, response) => {
      response.writeHead(200, { "content-length": 10 });
      response.write("half", () => response.destroy());
    });
    await expect(plain.text()).rejects.toMatchObject({ code: "unavailable", retryable: true });
    const packed = await ask((_, response) => {
      response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("a".repeat(100)).subarray(0, 12));
    });
    await expect(packed.text()).rejects.toMatchObject({ code: "unavailable" });
  });

  it("fails in time when it comes slowly, and comes whole within its time", async () => {
    const drip =
      (count: number): RequestListener =>
      (_, response) => {
        let left = count;
        const timer = setInterval(() => {
          if (left-- > 0) response.write("a");
          else response.end();
        }, 20);
        response.on("close", () => clearInterval(timer));
        response.flushHeaders();
      };
    const slow = await ask(drip(1e6), { timeout: 200 });
    await expect(slow.text()).rejects.toMatchObject({ code: "timeout", retryable: true });
    expect(await (await ask(drip(3), { timeout: 10_000 })).text()).toBe("aaa");
  });

  it("fails in time when no answer comes at all", async () => {
    await expect(ask(() => {}, { timeout: 100 })).rejects.toMatchObject({ code: "timeout" });
  });

  it("ends the connection in time when nobody reads it", async () => {
    const closed = vi.fn();
    const answer = await ask(
      (_, response) => {
        response.on("close", closed);
        response.write("a");
      },
      { timeout: 100 },
    );
    await vi.waitFor(() => expect(closed).toHaveBeenCalled());
    await expect(answer.text()).rejects.toMatchObject({ code: "timeout" });
  });

  it("ends the connection when its reader has enough", async () => {
    const closed = vi.fn();
    const answer = await ask((_, response) => {
      response.on("close", closed);
      response.write("a");
    });
    answer.cancel();
    await vi.waitFor(() => expect(closed).toHaveBeenCalled());
  });

  it.each(["gzip", "br"])("fails when %s packs nothing, however late it is read", async (encoding) => {
    const answer = await ask((_, response) => {
      response.writeHead(200, { "content-encoding": encoding, "content-length": 0 }).end();
    });
    // Nobody listens meanwhile: what is not caught would end the process.
    await new Promise((resolve) => setTimeout(resolve, 50));
    await expect(answer.text()).rejects.toMatchObject({ code: "unavailable" });
  });

  it.each([
    ["gzip", gzipSync],
    ["br", brotliCompressSync],
  ])("ends the connection when more comes than %s unpacks", async (encoding, pack) => {
    const closed = vi.fn();
    const answer = await ask((_, response) => {
      response.on("close", closed);
      response.writeHead(200, { "content-encoding": encoding }).write(pack("whole"));
      response.write(Buffer.alloc(1 << 16));
    });
    expect(await answer.text()).toBe("whole");
    await vi.waitFor(() => expect(closed).toHaveBeenCalled());
  });

  it("is read once, by whichever way comes first", async () => {
    const read = {
      text: (answer: EgressAnswer) => answer.text(),
      chunks: ({ body }: EgressAnswer) => text(body),
    };
    for (const first of Object.values(read))
      for (const second of Object.values(read)) {
        const answer = await ask((_, response) => void response.end("whole"));
        const [whole, again] = await Promise.allSettled([first(answer), second(answer)]);
        expect([whole, again]).toMatchObject([{ value: "whole" }, { reason: expect.any(TypeError) }]);
        await expect(second(answer)).rejects.toThrow("read once");
      }
  });

  it("fails when its caller cancels, before the answer and while it comes", async () => {
    const before = new AbortController();
    const asked = ask(() => before.abort(), { signal: before.signal });
    await expect(asked).rejects.toMatchObject({ code: "cancelled" });
    const during = new AbortController();
    const answer = await ask((_, response) => void response.write("a"), { signal: during.signal });
    setTimeout(() => during.abort(), 20);
    await expect(answer.text()).rejects.toMatchObject({ code: "cancelled" });
  });

  it("fails for the reason that the call's own deadline gives", async () => {
    const reason = new ConnectorError("unavailable", "The server is stopping.");
    await expect(ask(() => {}, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    await expect(ask(() => {}, { signal: AbortSignal.timeout(20) })).rejects.toMatchObject({ code: "timeout" });
  });
});
