import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { bridgeStand } from "../../../test/stand/bridge-stand.ts";
import { bridgePath } from "../bridge-path.ts";
import type { Reply } from "../messages.ts";
import { HeldChanges } from "./held-changes.ts";

const stand = bridgeStand();
const servers: WebSocketServer[] = [];
afterEach(async () => {
  await stand.close();
  for (const server of servers.splice(0)) server.close();
});

/** Another program at a port where a connector might be. */
async function impostor(answer: (socket: WebSocket, message: Record<string, unknown>) => void) {
  const server = new WebSocketServer({ host: "127.0.0.1", port: 0 });
  servers.push(server);
  const heard: Record<string, unknown>[] = [];
  server.on("connection", (socket) =>
    socket.on("message", (bytes) => {
      const message = JSON.parse(String(bytes));
      heard.push(message);
      answer(socket, message);
    }),
  );
  await once(server, "listening");
  return { port: (server.address() as AddressInfo).port, heard };
}

it("tells its secret to nobody, and proves it to no program that does not know it", async () => {
  const secret = "ab".repeat(32);
  const other = await impostor((socket, { type }) => {
    if (type === "hello")
      socket.send(JSON.stringify({ type: "challenge", protocol: 1, nonce: "1".repeat(32), proof: "2".repeat(64) }));
  });
  const plugin = stand.plugin(other, { pairings: [{ id: "pairing-1", secret, port: other.port }] });
  await expect.poll(() => other.heard.length, { timeout: 10_000 }).toBeGreaterThan(1);
  expect(new Set(other.heard.map(({ type }) => type))).toEqual(new Set(["hello"]));
  expect(JSON.stringify(other.heard)).not.toContain(secret);
  expect(plugin.end.state.kind).toBe("searching");
});

it("is not led to its connector by a program at another port that passes everything on", async () => {
  const bridge = await stand.open();
  const paired = await stand.paired(bridge, {});
  const [pairing] = paired.kept;
  paired.end.stop();
  await expect.poll(() => bridge.channels.length).toBe(0);
  const said: string[] = [];
  const onwards = new Map<WebSocket, WebSocket>();
  const other = await impostor(async (socket, message) => {
    const onward =
      onwards.get(socket) ?? new WebSocket(`ws://127.0.0.1:${bridge.port}${bridgePath}`, { origin: "null" });
    if (!onwards.has(socket)) {
      onward.on("message", (bytes) => {
        said.push(JSON.parse(String(bytes)).type);
        socket.send(String(bytes));
      });
    }
    onwards.set(socket, onward);
    if (onward.readyState !== WebSocket.OPEN) await once(onward, "open");
    onward.send(JSON.stringify(message));
  });
  const plugin = stand.plugin(other, { pairings: pairing === undefined ? [] : [{ ...pairing, port: other.port }] });
  await expect.poll(() => said).toContain("challenge");
  await expect.poll(() => other.heard.filter(({ type }) => type === "hello").length).toBeGreaterThan(1);
  expect(other.heard.map(({ type }) => type)).not.toContain("proof");
  expect(plugin.states.map(({ kind }) => kind)).not.toContain("connected");
  expect(bridge.channels).toEqual([]);
  for (const onward of onwards.values()) onward.terminate();
});

it.each([
  ["asks before it is welcomed", { type: "selection", key: "0123456789" }],
  ["welcomes without having proven anything", { type: "welcome", protocol: 1, version: "1.0.0" }],
])("leaves a program that %s", async (_, said) => {
  const asked: unknown[] = [];
  const other = await impostor((socket) => {
    socket.send(JSON.stringify(said));
    socket.send(JSON.stringify({ type: "selection", key: "0123456789" }));
  });
  const plugin = stand.plugin(other, { answer: (request) => asked.push(request) });
  await expect.poll(() => other.heard.length, { timeout: 10_000 }).toBeGreaterThan(1);
  expect(asked).toEqual([]);
  expect(plugin.states.map(({ kind }) => kind)).not.toContain("connected");
});

it("leaves a program that says what no connector does", async () => {
  const other = await impostor((socket) => socket.send("<html>"));
  const plugin = stand.plugin(other, {});
  await expect.poll(() => other.heard.length, { timeout: 10_000 }).toBeGreaterThan(1);
  expect(plugin.end.state.kind).toBe("searching");
});

it("keeps a code until the connector that it is of is found, and says so where there is none", async () => {
  const bridge = await stand.open();
  const plugin = stand.plugin(bridge, {});
  plugin.end.pair(bridge.code);
  await plugin.reaches("connected");
  const other = await impostor(() => {});
  const lost = stand.plugin(other, {});
  lost.end.pair("7-ABCDEF");
  await lost.reaches("unpaired");
  expect(lost.end.state).toMatchObject({ fault: { message: "No connector waits for a code like this." } });
  expect(other.heard.map(({ type }) => type)).not.toContain("pair");
});

it("tells later, and only that something changed, while the connector takes too little", async () => {
  const sent: Reply[] = [];
  const held = new HeldChanges((reply) => sent.push(reply));
  const changed = (version: number): Reply => ({
    type: "changed",
    version,
    origin: "person",
    nodes: [{ id: "1:2", kind: "changed" }],
  });
  const result: Reply = { type: "result", key: "0123456789", value: 1 };
  expect(held.hold(changed(1), 0)).toBe(false);
  expect(held.hold(changed(2), 5_000_000)).toBe(true);
  expect(held.hold(changed(3), 5_000_000)).toBe(true);
  expect(held.hold({ type: "progress", key: "0123456789", done: 1, total: 2 }, 5_000_000)).toBe(true);
  expect(held.hold(result, 5_000_000)).toBe(false);
  await expect.poll(() => sent).toEqual([{ type: "changed", version: 3, origin: "person", nodes: [], more: true }]);
});
