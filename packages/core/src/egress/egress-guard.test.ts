import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { egressGuard } from "./egress-guard.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener, host = "127.0.0.1", port = 0): Promise<number> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  return (server.address() as AddressInfo).port;
}

const loopback = async () => ["127.0.0.1"];
const refused = expect.objectContaining({ code: "refused" });

/** A guard for `a.example` and `b.example` on the port of a stand, both known to be private. */
function guard(port: number, rules: Partial<Parameters<typeof egressGuard>[0]> = {}) {
  const names = ["a.example", "b.example"];
  const hosts = names.map((name) => `http://${name}:${port}`);
  return egressGuard({ hosts, allowPrivate: names, resolve: loopback, ...rules });
}

describe("egressGuard", () => {
  it("answers as fetch does, from an address of its own resolver and with the name as Host", async () => {
    const port = await serve((request, response) => {
      response.setHeader(
        "x-seen",
        `${request.method} ${request.url} ${request.headers.host} ${request.headers["x-a"]}`,
      );
      request.pipe(response);
    });
    const answer = await guard(port)(`http://A.example.:${port}/p?q=1#f`, {
      method: "post",
      headers: { "x-a": "1" },
      body: "told",
    });
    expect([answer.status, answer.headers.get("x-seen")]).toEqual([200, `POST /p?q=1 a.example:${port} 1`]);
    expect(await answer.text()).toBe("told");
    expect(answer.url).toBe(`http://a.example.:${port}/p?q=1`);
  });

  it.each(["POST", "PUT", "PATCH", "DELETE"])("says of a %s how long its body is", async (method) => {
    const port = await serve((request, response) => request.pipe(response));
    const fetch = guard(port);
    for (const body of ["täld", "again"])
      expect(await (await fetch(`http://a.example:${port}/`, { method, body })).text()).toBe(body);
  });

  it("asks neither the system's resolver nor its own a second time", async () => {
    const port = await serve((_, response) => response.end("well"));
    const resolve = vi.fn(async () => ["10.255.255.1"]).mockResolvedValueOnce(["127.0.0.1"]);
    const answer = await guard(port, { resolve })(`http://a.example:${port}/`);
    expect(await answer.text()).toBe("well");
    expect(resolve).toHaveBeenCalledTimes(1);
  });

  // macOS has no second loopback address.
  it.skipIf(process.platform === "darwin")("connects to the checked address when the name moves after it", async () => {
    const secret = vi.fn<RequestListener>((_, response) => void response.end("secret"));
    const port = await serve((_, response) => response.end("checked"), "127.0.0.2");
    await serve(secret, "127.0.0.1", port);
    // The system says 127.0.0.1 of localhost; the check saw 127.0.0.2.
    const resolve = vi.fn(async () => ["127.0.0.1"]).mockResolvedValueOnce(["127.0.0.2"]);
    const fetch = egressGuard({ hosts: [`http://localhost:${port}`], allowPrivate: ["localhost"], resolve });
    expect(await (await fetch(`http://localhost:${port}/`)).text()).toBe("checked");
    expect(secret).not.toHaveBeenCalled();
  });

  it("does not connect to an allowed name that resolves to a private address", async () => {
    const listener = vi.fn<RequestListener>((_, response) => void response.end());
    const port = await serve(listener);
    const fetch = guard(port, { allowPrivate: [] });
    await expect(fetch(`http://a.example:${port}/`)).rejects.toEqual(refused);
    expect(listener).not.toHaveBeenCalled();
  });

  it.each(["127.0.0.1", "2130706433", "0x7f.1", "0177.0.0.1", "127.1", "[::ffff:127.0.0.1]", "localhost"])(
    "refuses http://%s though it is an allowed host, until it is named as private",
    async (host) => {
      const listener = vi.fn<RequestListener>((_, response) => void response.end("well"));
      const port = await serve(listener);
      const rules = { hosts: [`http://${host}:${port}`], resolve: loopback };
      await expect(egressGuard(rules)(`http://${host}:${port}/`)).rejects.toEqual(refused);
      expect(listener).not.toHaveBeenCalled();
      if (host.startsWith("[")) return; // Not every machine that runs this has IPv6.
      const fetch = egressGuard({ ...rules, allowPrivate: [host] });
      expect(await (await fetch(`http://${host}:${port}/`)).text()).toBe("well");
    },
  );

  it("follows a redirect to an allowed host, without the credentials", async () => {
    const port = await serve((request, response) => {
      if (request.url === "/") response.writeHead(302, { location: `http://b.example:${port}/there` }).end("moved");
      else response.end(JSON.stringify(request.headers));
    });
    const answer = await guard(port)(`http://a.example:${port}/`, {
      headers: { authorization: "Bearer sesame", "private-token": "sesame", accept: "text/plain" },
    });
    const seen = await answer.text();
    expect(seen).not.toContain("sesame");
    expect(JSON.parse(seen)).toMatchObject({ host: `b.example:${port}`, accept: "text/plain" });
    expect(answer.url).toBe(`http://b.example:${port}/there`);
  });

  it("keeps the credentials on a redirect within the host", async () => {
    const port = await serve((request, response) => {
      if (request.url === "/") response.writeHead(307, { location: "/there" }).end();
      else response.end(request.headers.authorization);
    });
    const answer = await guard(port)(`http://a.example:${port}/`, { headers: { authorization: "Bearer sesame" } });
    expect(await answer.text()).toBe("Bearer sesame");
  });

  it.each([
    "http://169.254.169.254/latest/meta-data/",
    "http://127.0.0.1:PORT/secret",
    "http://[::1]:PORT/secret",
    "https://evil.example/",
    "http://user:pw@b.example:PORT/",
    "//b.example:1/",
    "file:///etc/passwd",
    "javascript:alert(1)",
  ])("refuses a redirect to %s", async (place) => {
    const seen: (string | undefined)[] = [];
    const port = await serve((request, response) => {
      seen.push(request.url);
      response.writeHead(302, { location: place.replace("PORT", String(port)) }).end();
    });
    await expect(guard(port)(`http://a.example:${port}/`)).rejects.toEqual(refused);
    expect(seen).toEqual(["/"]);
  });

  it("refuses a redirect to an allowed name that resolves to a private address", async () => {
    const port = await serve((request, response) => {
      if (request.url === "/") response.writeHead(302, { location: `http://b.example:${port}/secret` }).end();
      else response.end("secret");
    });
    const fetch = guard(port, { allowPrivate: ["a.example"] });
    await expect(fetch(`http://a.example:${port}/`)).rejects.toThrow(
      /^b\.example:\d+|^http:\/\/b\.example:\d+ is not reached/,
    );
  });

  it("follows five redirects and not six", async () => {
    const port = await serve((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left > 0) response.writeHead(302, { location: `/${left - 1}` }).end();
      else response.end("there");
    });
    expect(await (await guard(port)(`http://a.example:${port}/5`)).text()).toBe("there");
    await expect(guard(port)(`http://a.example:${port}/6`)).rejects.toEqual(refused);
  });

  it.each(["not a url", "", "/relative"])("says that %j is no URL", async (url) => {
    await expect(guard(1)(url)).rejects.toMatchObject({ code: "invalid_input" });
  });

  it.each(["CONNECT", "TRACE", "GET / HTTP/1.1\r\nx:"])("refuses the method %j", async (method) => {
    await expect(guard(1)("http://a.example:1/", { method })).rejects.toMatchObject({ code: "invalid_input" });
  });

  it("says that a host which does not answer may do so later, and says nothing of the request", async () => {
    const port = await serve((_, response) => response.end());
    servers[0]?.close();
    const failure = guard(port)(`http://a.example:${port}/sesame?token=sesame`);
    await expect(failure).rejects.toMatchObject({ code: "unavailable", retryable: true });
    await expect(failure).rejects.toThrow(/ECONNREFUSED(?!.*sesame)/);
  });

  it.each([
    ["no HTTP at all", "hello\r\n\r\n"],
    ["a switch of protocols", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n"],
    ["a status that HTTP does not have", "HTTP/1.1 999 What\r\ncontent-length: 0\r\n\r\n"],
    ["headers without end", `HTTP/1.1 200 OK\r\nx: ${"a".repeat(40_000)}\r\n\r\n`],
    ["two lengths", "HTTP/1.1 200 OK\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n"],
  ])("fails on %s", async (_, answer) => {
    const port = await serve((request) => request.socket.end(answer));
    await expect(guard(port)(`http://a.example:${port}/`)).rejects.toMatchObject({ code: "unavailable" });
  });

  it.each([
    ["HEAD", 200],
    ["GET", 204],
    ["GET", 304],
  ])("has an answer without a body for %s and %d", async (method, status) => {
    const port = await serve((_, response) => response.writeHead(status, { "content-encoding": "gzip" }).end());
    const answer = await guard(port)(`http://a.example:${port}/`, { method });
    expect([answer.status, await answer.text()]).toEqual([status, ""]);
  });
});
