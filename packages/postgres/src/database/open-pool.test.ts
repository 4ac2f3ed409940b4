import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer, type Server, type Socket } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { connectionTarget } from "./connection-target.ts";
import { openPool } from "./open-pool.ts";

let silent: Server;
let url: string;
beforeEach(async () => {
  silent = createServer((socket) => socket.resume()).listen(0, "127.0.0.1");
  await once(silent, "listening");
  url = `postgres://ada@127.0.0.1:${(silent.address() as AddressInfo).port}/shop?sslmode=disable`;
});
afterEach(() => silent.close());

// A server that says nothing is given up after ten seconds, which is longer than these tests wait.
it("is given up at once where nobody waits for it any more", { timeout: 5000 }, async () => {
  const stopping = new AbortController();
  const opening = openPool(connectionTarget(url, {}), 1, stopping.signal);
  const failed = expect(opening).rejects.toThrow("terminated");
  const [socket] = (await once(silent, "connection")) as [Socket];
  stopping.abort();
  await Promise.all([failed, once(socket, "close")]);
});
