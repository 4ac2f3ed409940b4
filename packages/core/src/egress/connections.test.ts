import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { setImmediate } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { egressGuard } from "./egress-guard.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A server that counts its connections, and a guard that reaches it. */
async function serve(listener: RequestListener, keepAlive: boolean) {
  const opened: Socket[] = [];
  const server = createServer(listener).on("connection", (socket) => opened.push(socket));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const fetch = egressGuard({ hosts: [host], allowPrivate: ["127.0.0.1"], keepAlive });
  const ask = async (method = "GET") => {
    const answer = await fetch(host, { method });
    const text = await answer.text();
    await setImmediate(); // Node takes a connection back in its own time.
    return text;
  };
  return { ask, opened };
}

const answers: RequestListener = (_, response) => void response.end("well");

describe("the connections of a guard", () => {
  it("are each used once", async () => {
    const { ask, opened } = await serve(answers, false);
    await ask();
    await ask();
    expect(opened).toHaveLength(2);
  });

  it.each([200, 304, 204])("are kept over answers of status %s where the rules say so", async (status) => {
    const { ask, opened } = await serve((_, response) => void response.writeHead(status).end(), true);
    await ask();
    await ask();
    await ask("HEAD");
    expect(opened).toHaveLength(1);
  });

  it("are opened anew for what reads, and not for what writes, when the server cut a kept one", async () => {
    let requests = 0;
    const { ask, opened } = await serve((request, response) => {
      requests += 1;
      if (requests === 2 || requests === 5) request.socket.destroy();
      else response.end("well");
    }, true);
    await ask();
    expect(await ask()).toBe("well");
    expect([requests, opened.length]).toEqual([3, 2]);
    await ask();
    await expect(ask("POST")).rejects.toMatchObject({ code: "unavailable" });
    expect(requests).toBe(5);
  });
});
