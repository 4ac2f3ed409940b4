import type { JSONRPCMessage } from "@modelcontextprotocol/server";
import { describe, expect, it } from "vitest";
import { linkedTransports } from "./linked-transports.ts";

const message = (params: Record<string, unknown>): JSONRPCMessage => ({ jsonrpc: "2.0", method: "test", params });
const settled = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

describe("linkedTransports", () => {
  it("carries messages both ways, in order", async () => {
    const [client, server] = linkedTransports();
    const received: unknown[] = [];
    client.onmessage = (got) => received.push(["client", got]);
    server.onmessage = (got) => received.push(["server", got]);
    await client.send(message({ turn: 1 }));
    await client.send(message({ turn: 2 }));
    await server.send(message({ turn: 3 }));
    await settled();
    expect(received).toEqual([
      ["server", message({ turn: 1 })],
      ["server", message({ turn: 2 })],
      ["client", message({ turn: 3 })],
    ]);
  });

  it("carries only what a pipe would: what JSON cannot say is lost", async () => {
    const [client, server] = linkedTransports();
    const received: JSONRPCMessage[] = [];
    server.onmessage = (got) => received.push(got);
    const sent = message({ nothing: undefined, when: new Date(0) });
    await client.send(sent);
    await settled();
    expect(received).toEqual([message({ when: "1970-01-01T00:00:00.000Z" })]);
    expect(received[0]).not.toBe(sent);
  });

  it("tells both ends, once, when either closes", async () => {
    const [client, server] = linkedTransports();
    const closed: string[] = [];
    client.onclose = () => closed.push("client");
    server.onclose = () => closed.push("server");
    await server.close();
    await client.close();
    expect(closed.sort()).toEqual(["client", "server"]);
  });

  it("fails to send once it is closed", async () => {
    const [client] = linkedTransports();
    await client.close();
    await expect(client.send(message({}))).rejects.toThrow("The other end is closed");
  });
});
