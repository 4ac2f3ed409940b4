import { once } from "node:events";
import { request } from "node:http";
import { connect } from "node:net";
import { describe, expect, it, vi } from "vitest";
import { ShelfOverHttp } from "../../test/shelf-over-http.ts";

const initialize = {
  jsonrpc: "2.0",
  id: 1,
  method: "initialize",
  params: { protocolVersion: "2025-11-25", capabilities: {}, clientInfo: { name: "raw", version: "1" } },
};

/** The status of a request with a Host of its own, which `fetch` would not send. */
function statusWith(port: number, headers: Record<string, string>, path = "/mcp"): Promise<number | undefined> {
  const authorization = "Bearer alice:full";
  return new Promise((resolve, reject) => {
    const options = { port, host: "127.0.0.1", path, method: "POST" };
    request({
      ...options,
      headers: {
        authorization,
        "content-type": "application/json",
        accept: "application/json, text/event-stream",
        ...headers,
      },
    })
      .once("response", (response) => resolve(response.resume().statusCode))
      .once("error", reject)
      .end(JSON.stringify(initialize));
  });
}

describe("who may call", () => {
  it.each([
    "evil.example",
    "127.0.0.1.evil.example",
    "localhost@evil.example",
    "evil.example:80",
    "0x7f.1.evil.example",
  ])("refuses what is addressed to %s", async (host) => {
    const { port } = await ShelfOverHttp.start();
    expect(await statusWith(port, { host })).toBe(403);
  });

  it.each(["localhost", "127.0.0.1", "[::1]", "LOCALHOST:1234"])("takes what is addressed to %s", async (host) => {
    const { port } = await ShelfOverHttp.start();
    expect(await statusWith(port, { host })).toBe(200);
  });

  it("takes the names that the person allows, and no others", async () => {
    const { port } = await ShelfOverHttp.start("--allowed-hosts", "mcp.example.com");
    expect(await statusWith(port, { host: "mcp.example.com:8443" })).toBe(200);
    expect(await statusWith(port, { host: "other.example.com" })).toBe(403);
  });

  it.each([
    "https://evil.example",
    "null",
    "http://localhost.evil.example",
    "http://127.0.0.1@evil.example",
    "file://",
    "ftp://localhost",
    "javascript://localhost",
  ])("refuses a page of %s", async (origin) => {
    const served = await ShelfOverHttp.start();
    expect((await served.send({ headers: { origin }, body: initialize })).status).toBe(403);
    expect(served.shelf.ran).toEqual([]);
  });

  it("lets a page of this machine, or one that the person allows, call and read the answer", async () => {
    const served = await ShelfOverHttp.start("--allowed-origins", "https://app.example.com");
    for (const origin of ["http://localhost:6274", "https://app.example.com"]) {
      const preflight = await served.send({ method: "OPTIONS", headers: { origin } });
      expect([preflight.status, preflight.headers.get("access-control-allow-origin")]).toEqual([204, origin]);
      const response = await served.send({ headers: { origin }, body: initialize });
      expect([response.status, response.headers.get("access-control-allow-origin")]).toEqual([200, origin]);
    }
  });

  it("asks who calls before anything else of the request is read", async () => {
    const served = await ShelfOverHttp.start();
    const response = await served.send({ headers: { authorization: "" }, body: "{".repeat(5_000_000) });
    expect([response.status, response.headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
  });
});

describe("a request with two names for the server", () => {
  it("is refused, whichever of them is right", async () => {
    const { port } = await ShelfOverHttp.start();
    const socket = connect(port, "127.0.0.1");
    socket.write("GET /healthz HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
    let answer = "";
    for await (const chunk of socket) answer += chunk;
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  });
});

describe("what is no message", () => {
  it.each([
    ["a body over the bound", 413, { body: `{"x":"${"x".repeat(4 * 1024 * 1024)}"}` }],
    ["another type of content", 415, { headers: { "content-type": "text/plain" }, body: initialize }],
    ["what is no JSON", 400, { body: "{" }],
    ["no body", 400, { body: "" }],
    ["a number", 400, { body: 7 }],
    ["a message outside any session", 400, { body: { jsonrpc: "2.0", id: 1, method: "tools/list" } }],
    ["an unknown session", 404, { headers: { "mcp-session-id": "made-up" }, body: initialize }],
    ["an unknown path", 404, { path: "/" }],
    ["a method that is none of ours", 405, { method: "PUT", body: initialize }],
    [
      "a revision that nobody speaks",
      400,
      { headers: { "mcp-protocol-version": "1999-01-01" }, body: { jsonrpc: "2.0", id: 1, method: "tools/list" } },
    ],
  ])("answers %s with %i, and goes on", async (_, status, sent) => {
    const served = await ShelfOverHttp.start();
    expect((await served.send(sent)).status).toBe(status);
    expect((await served.call("shelf_read", { name: "monday" })).message.result).toMatchObject({
      resultType: "complete",
    });
  });

  it("gives each answer the request's id, and makes one where it has none that is sane", async () => {
    const served = await ShelfOverHttp.start();
    const named = await served.send({ headers: { "x-request-id": "proxy-17.a" }, body: initialize });
    expect(named.headers.get("x-request-id")).toBe("proxy-17.a");
    const odd = await served.send({ headers: { "x-request-id": "<script>" }, body: initialize });
    expect(odd.headers.get("x-request-id")).toMatch(/^[\da-f-]{36}$/);
  });

  it("has the request's name in the log line of each call, and of each question", async () => {
    const served = await ShelfOverHttp.start("--confirm", "write");
    await served.call("shelf_read", {}, { "x-request-id": "first" });
    await served.call("shelf_append", { line: "a" }, { "x-request-id": "second" });
    const named = served.log.events.filter(({ event }) => event === "call" || event === "asked");
    expect(named.map(({ request }) => request)).toEqual(["first", "second"]);
  });

  it("closes on a client that takes too long over its header, and serves others meanwhile", async () => {
    const { port, shelf } = await ShelfOverHttp.start();
    const slow = connect(port, "127.0.0.1");
    slow.write("POST /mcp HTTP/1.1\r\nHost: localhost\r\n");
    const closed = new Promise((resolve) => slow.once("close", resolve));
    slow.on("error", () => {});
    slow.resume();
    expect(await statusWith(port, { host: "localhost" })).toBe(200);
    await closed;
    expect(shelf.ran).toEqual([]);
  });
});

describe("a request that is refused with a large body", () => {
  const refused = async (port: number, headers: Record<string, string | number>, bytes: number) => {
    const socket = connect(port, "127.0.0.1");
    let answer = "";
    const closed = new Promise((resolve) => socket.once("close", resolve));
    socket
      .on("error", () => {})
      .on("data", (chunk) => {
        answer += chunk;
      });
    const lines = Object.entries({ host: "localhost", ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(`POST /mcp HTTP/1.1\r\n${lines.join("")}\r\n`);
    // Answered by now: only who goes on sending finds out whether anybody reads.
    await vi.waitFor(() => expect(answer).toContain("401"));
    const wasSent = new Promise((resolve) => socket.write(Buffer.alloc(bytes), resolve));
    return { socket, closed, wasSent, answers: () => answer };
  };

  it("is read to its end, so that the answer is not lost, and the connection goes on", async () => {
    const { port } = await ShelfOverHttp.start();
    const length = 3 * 1024 * 1024;
    const { socket, wasSent, answers } = await refused(port, { "content-length": length }, length);
    expect(await wasSent).toBeFalsy();
    socket.write("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
    await vi.waitFor(() => expect(answers()).toContain('{"status":"ok"}'));
    socket.destroy();
  });

  it.each([
    ["says that it is larger than any that is taken", { "content-length": 2 ** 40 }, 0],
    ["turns out to be", { "transfer-encoding": "chunked" }, 5 * 1024 * 1024],
  ])("has its connection closed where it %s", async (_, headers, bytes) => {
    const { port } = await ShelfOverHttp.start();
    const { socket, closed } = await refused(port, headers, 0);
    if (bytes > 0) {
      socket.write(`${bytes.toString(16)}\r\n`);
      socket.write(Buffer.alloc(bytes));
    }
    await closed;
  });
});

describe("how the server is", () => {
  it("says that it lives and whether the system can be used, to anybody", async () => {
    const served = await ShelfOverHttp.start();
    const asked = (path: string) => served.send({ method: "GET", path, headers: { authorization: "" } });
    expect(await (await asked("/healthz")).json()).toEqual({ status: "ok" });
    expect(await (await asked("/readyz")).json()).toEqual({ status: "ready" });
  });

  it("is not ready when the system cannot be used, lives all the same, and tells only its log why", async () => {
    const served = await ShelfOverHttp.start();
    vi.spyOn(served.instance, "check").mockRejectedValue(new Error("postgres://me:secret@db is down"));
    const response = await served.send({ method: "GET", path: "/readyz" });
    expect([response.status, await response.text()]).toEqual([503, '{"status":"not ready"}']);
    expect((await served.send({ method: "GET", path: "/healthz" })).status).toBe(200);
    expect(served.log.events.some(({ event }) => event === "not ready")).toBe(true);
  });
});

describe("a server that is to stop", () => {
  it("refuses new requests and answers the one that runs", async () => {
    const served = await ShelfOverHttp.start();
    const running = served.call("shelf_wait");
    await vi.waitFor(() => expect(served.shelf.ran).toEqual(["wait"]));
    const drained = served.server.drain(5000);
    const late = await served.send({ body: initialize });
    expect([late.status, late.headers.get("retry-after")]).toEqual([503, "5"]);
    expect((await served.send({ method: "GET", path: "/readyz" })).status).toBe(503);
    served.instance.abortCalls();
    expect((await running).message.result).toMatchObject({ isError: true, _meta: { code: "unavailable" } });
    await drained;
  });

  it("lets a person answer who was asked before", async () => {
    const served = await ShelfOverHttp.start();
    const id = await served.session("Bearer alice:full", { elicitation: {} });
    const headers = { "mcp-session-id": id, "mcp-protocol-version": "2025-11-25" };
    const body = {
      jsonrpc: "2.0",
      id: 3,
      method: "tools/call",
      params: { name: "shelf_burn", arguments: { name: "monday" } },
    };
    const reader = (await served.send({ headers, body })).body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    const readUntil = async (pattern: RegExp) => {
      for (let part = await reader?.read(); part !== undefined && !part.done; part = await reader?.read()) {
        text += part.value;
        const found = pattern.exec(text);
        if (found !== null) return found;
      }
      throw new Error(`The stream ended with ${text}`);
    };
    const [, asked = ""] = await readUntil(/data: (\{.*"elicitation\/create".*\})/);
    const drained = served.server.drain(5000);
    for (const late of [
      { jsonrpc: "2.0", id: 4, method: "tools/call", params: { name: "shelf_read", arguments: { name: "monday" } } },
      [
        { jsonrpc: "2.0", id: JSON.parse(asked).id, result: {} },
        { jsonrpc: "2.0", id: 5, method: "tools/list" },
      ],
      { jsonrpc: "2.0", method: "notifications/initialized" },
    ]) {
      const refused = await served.send({ headers, body: late });
      expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "5"]);
    }
    const result = { action: "accept", content: { allow: true } };
    const answer = { jsonrpc: "2.0", id: JSON.parse(asked).id, result };
    expect((await served.send({ headers: { ...headers, authorization: "" }, body: answer })).status).toBe(401);
    expect(
      (await served.send({ headers: { ...headers, authorization: "Bearer bob:full" }, body: answer })).status,
    ).toBe(404);
    expect((await served.send({ headers, body: answer })).status).toBe(202);
    expect((await readUntil(/"id":3\b/)).input).not.toContain('"isError":true');
    expect(served.shelf.notes.has("monday")).toBe(false);
    await drained;
  });

  it("lets a host take back a call of its session", async () => {
    const served = await ShelfOverHttp.start();
    const id = await served.session();
    const waiting = served.inSession(id, "tools/call", { name: "shelf_wait", arguments: {} });
    await vi.waitFor(() => expect(served.shelf.signals).toHaveLength(1));
    const drained = served.server.drain(60_000);
    const body = { jsonrpc: "2.0", method: "notifications/cancelled", params: { requestId: 1 } };
    expect((await served.send({ headers: { "mcp-session-id": id }, body })).status).toBe(202);
    expect((await waiting).message).toEqual({});
    await drained;
  });

  it("ends at once where only streams are open that wait for news", async () => {
    const served = await ShelfOverHttp.start();
    const id = await served.session();
    const stream = await served.send({ method: "GET", headers: { "mcp-session-id": id, accept: "text/event-stream" } });
    expect(stream.status).toBe(200);
    await served.server.drain(60_000);
    expect(await stream.text()).not.toContain("data");
  });
});

describe("a request with more headers than Node would show", () => {
  const filler = "a: b\r\n".repeat(1010);

  async function statusOf(port: number, headers: string): Promise<string> {
    const socket = connect(port, "127.0.0.1");
    const body = JSON.stringify(initialize);
    const usual = `Host: localhost\r\nAuthorization: Bearer alice:full\r\nContent-Type: application/json\r\nAccept: application/json, text/event-stream\r\n`;
    const length = `Content-Length: ${body.length}\r\nConnection: close\r\n`;
    socket.write(`POST /mcp HTTP/1.1\r\n${usual}${length}${filler}${headers}\r\n${body}`);
    let answer = "";
    for await (const chunk of socket) answer += chunk;
    return answer.slice("HTTP/1.1 ".length, "HTTP/1.1 200".length);
  }

  it.each([
    ["a foreign Origin", "Origin: http://evil.example\r\n", "403"],
    ["another Host", "Host: evil.example\r\n", "400"],
    ["another token", "Authorization: Bearer bob:full\r\n", "400"],
    ["nothing", "", "200"],
  ])("is looked at to the end, where there is %s", async (_, headers, status) => {
    const { port } = await ShelfOverHttp.start();
    expect(await statusOf(port, headers)).toBe(status);
  });
});

describe("connections that are kept open", () => {
  it.each([
    ["say nothing", undefined],
    ["have asked for something", "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"],
  ])("and %s keep nobody out: those at rest for longest go", async (_, said) => {
    const served = await ShelfOverHttp.start();
    const kept = Array.from({ length: 100 }, () => connect(served.port, "127.0.0.1"));
    for (const socket of kept) socket.on("error", () => {});
    await Promise.all(kept.map((socket) => once(socket, "connect")));
    if (said !== undefined) for (const socket of kept) socket.write(said);
    expect((await served.send({ method: "GET", path: "/healthz" })).status).toBe(200);
    for (const socket of kept) socket.destroy();
  });
});

describe("streams of news", () => {
  it("end with the token of whoever opened them", async () => {
    const served = await ShelfOverHttp.start();
    const { signal } = new AbortController();
    const stream = await served.listen("alice", signal, Date.now() / 1000 + 0.3);
    expect(stream.headers.get("content-type")).toMatch(/^text\/event-stream/);
    expect(await stream.text()).toContain("acknowledged");
  });

  it("end so in a session, too", async () => {
    const served = await ShelfOverHttp.start();
    const params = { protocolVersion: "2025-11-25", capabilities: {}, clientInfo: { name: "raw", version: "1" } };
    const begun = await served.send({ body: { jsonrpc: "2.0", id: 0, method: "initialize", params } });
    const session = begun.headers.get("mcp-session-id") ?? "";
    const stream = await served.send({
      method: "GET",
      headers: { "mcp-session-id": session, authorization: `Bearer alice:full:${Date.now() / 1000 + 0.3}` },
    });
    expect(stream.status).toBe(200);
    expect(await stream.text()).toContain("open");
  });

  it("are bounded for each principal, addresses or none", async () => {
    const served = await ShelfOverHttp.start();
    const leave = new AbortController();
    const open = (principal: string) => served.listen(principal, leave.signal);
    const types = [];
    for (let count = 0; count < 65; count += 1) types.push((await open("alice")).headers.get("content-type"));
    expect(types.slice(0, 64).every((type) => type?.startsWith("text/event-stream"))).toBe(true);
    expect(types[64]).toMatch(/^application\/json/);
    expect((await open("bob")).headers.get("content-type")).toMatch(/^text\/event-stream/);
    leave.abort();
  });
});
