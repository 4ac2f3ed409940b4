import { connect } from "node:net";
import { describe, expect, it, vi } from "vitest";
import { ShelfOverHttp } from "../../test/shelf-over-http.ts";

const body = JSON.stringify({
  jsonrpc: "2.0",
  id: 1,
  method: "initialize",
  params: { protocolVersion: "2025-11-25", capabilities: {}, clientInfo: { name: "raw", version: "1" } },
});

const sound = {
  host: "localhost",
  authorization: "Bearer alice:full",
  "content-type": "application/json",
  accept: "application/json, text/event-stream",
  "content-length": `${body.length}`,
  expect: "100-continue",
};

/** What is answered to a head whose body waits to be called for. */
async function answerTo(headers: Readonly<Record<string, string>>, path = "/mcp") {
  const { port } = await ShelfOverHttp.start();
  const socket = connect(port, "127.0.0.1");
  let answer = "";
  socket.setEncoding("utf8").on("data", (chunk) => {
    answer += chunk;
  });
  const lines = Object.entries({ ...sound, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`POST ${path} HTTP/1.1\r\n${lines.join("")}\r\n`);
  await vi.waitFor(() => expect(answer).toContain("\r\n\r\n"));
  return { socket, answer: () => answer };
}

describe("a body that waits to be called for", () => {
  it.each([
    ["by another name", { host: "evil.example" }, 403],
    ["from a page that may not call", { origin: "https://evil.example" }, 403],
    ["without a token", { authorization: "" }, 401],
  ])("is not, %s, and the connection ends", async (_, headers, status) => {
    const { socket, answer } = await answerTo(headers);
    expect(answer()).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    // What comes next on it could be a body or a request.
    await vi.waitFor(() => expect(socket.closed).toBe(true));
    expect(answer()).not.toContain("100 Continue");
  });

  it("is not where there is nothing to send it to", async () => {
    const { socket, answer } = await answerTo({}, "/elsewhere");
    expect(answer()).toMatch(/^HTTP\/1\.1 404 /);
    socket.destroy();
  });

  it("is called for from whoever may call", async () => {
    const { socket, answer } = await answerTo({});
    expect(answer()).toBe("HTTP/1.1 100 Continue\r\n\r\n");
    socket.write(body);
    await vi.waitFor(() => expect(answer()).toContain('"serverInfo"'));
    expect(answer()).toContain("\r\nHTTP/1.1 200 OK\r\n");
    socket.destroy();
  });
});
