import { once } from "node:events";
import { afterEach, describe, expect, it } from "vitest";
import { type ClientOptions, WebSocket } from "ws";
import type { Bridge } from "../src/bridge/bridge.ts";
import { bridgeStand, greeting } from "./stand/bridge-stand.ts";

const stand = bridgeStand();
afterEach(() => stand.close());

const selected = { page: { id: "0:1", name: "Page 1" }, nodes: [] };

/** A program that says whatever it likes; what it hears, and how it ends. */
function program({ port }: Bridge, options: ClientOptions = {}, path = "/drawbridge") {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { origin: "null", ...options });
  const heard: Record<string, unknown>[] = [];
  socket.on("message", (bytes) => heard.push(JSON.parse(String(bytes))));
  socket.on("error", () => {});
  const ended = new Promise<number>((resolve) => socket.on("close", resolve));
  return {
    socket,
    heard,
    ended,
    opened: once(socket, "open"),
    say: (value: unknown) => socket.send(JSON.stringify(value)),
  };
}

async function greeted(bridge: Bridge) {
  const one = program(bridge);
  await one.opened;
  one.say(greeting);
  await expect.poll(() => one.heard[0]).toMatchObject({ type: "pair_first" });
  return one;
}

/** Whether a plugin of an honest person still works. */
async function worksStill(bridge: Bridge) {
  const [channel] = bridge.channels;
  await expect(channel?.ask({ type: "selection" }, { signal: stand.signal })).resolves.toEqual(selected);
}

describe("who may connect", () => {
  it.each([
    ["a page of the web", { origin: "https://evil.example" }],
    ["figma.com itself, beside its plugins", { origin: "https://www.figma.com" }],
    ["a page of this machine", { origin: "http://localhost:3000" }],
    ["a file", { origin: "file://" }],
    ["a name that was made to lead here", { origin: "null", headers: { host: "evil.example:18640" } }],
  ])("is not %s", async (_, options) => {
    const { socket } = program(await stand.open(), options);
    const [, response] = await once(socket, "unexpected-response");
    expect(response.statusCode).toBe(403);
  });

  it("is nobody who says no origin, or asks for another place", async () => {
    const bridge = await stand.open();
    const [, bare] = await once(
      new WebSocket(`ws://127.0.0.1:${bridge.port}/drawbridge`).on("error", () => {}),
      "unexpected-response",
    );
    const [, elsewhere] = await once(program(bridge, {}, "/").socket, "unexpected-response");
    expect([bare.statusCode, elsewhere.statusCode]).toEqual([403, 403]);
  });

  it("is not asked twice: a request without an upgrade gets no more than a sentence", async () => {
    const bridge = await stand.open();
    const response = await fetch(`http://127.0.0.1:${bridge.port}/drawbridge`);
    expect(response.status).toBe(426);
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
  });
});

describe("the pairing code", () => {
  it("is good once", async () => {
    const bridge = await stand.open();
    const code = bridge.code;
    const first = await greeted(bridge);
    first.say({ type: "pair", code });
    await expect.poll(() => first.heard[1]).toMatchObject({ type: "welcome" });
    const second = await greeted(bridge);
    second.say({ type: "pair", code });
    await expect.poll(() => second.heard[1]).toMatchObject({ type: "refused", reason: "wrong_code" });
  });

  it("is another after five wrong tries, from however many connections, and then none is taken for a while", async () => {
    const bridge = await stand.open();
    const code = bridge.code;
    const some = await Promise.all([greeted(bridge), greeted(bridge)]);
    for (const one of [...some, ...some, some[0]]) {
      one?.say({ type: "pair", code: "0-WRONG2" });
      const told = some.reduce((sum, { heard }) => sum + heard.length, 0);
      await expect.poll(() => some.reduce((sum, { heard }) => sum + heard.length, 0)).toBe(told + 1);
    }
    expect(some[0]?.heard.at(-1)).toMatchObject({ reason: "too_many_tries" });
    expect(bridge.code).not.toBe(code);
    some[1]?.say({ type: "pair", code: bridge.code });
    await expect.poll(() => some[1]?.heard.at(-1)).toMatchObject({ reason: "too_many_tries" });
    expect(bridge.channels).toEqual([]);
  });

  it("is not replaced by a pairing that is claimed and not proven", async () => {
    const bridge = await stand.open();
    const plugin = await stand.paired(bridge, { answer: () => selected });
    const thief = program(bridge);
    await thief.opened;
    thief.say({ ...greeting, pairing: plugin.kept[0]?.id, file: { key: "other", name: "Other" } });
    await expect.poll(() => thief.heard[0]).toMatchObject({ type: "challenge" });
    thief.say({ type: "proof", proof: "0".repeat(64) });
    await thief.ended;
    expect(thief.heard[1]).toMatchObject({ type: "refused", reason: "bad_proof" });
    expect(JSON.stringify(thief.heard)).not.toContain(plugin.kept[0]?.secret);
    expect(bridge.channels).toHaveLength(1);
  });
});

describe("who breaks a rule", () => {
  const broken: [string, string | Buffer][] = [
    ["no JSON", "{"],
    ["bytes", Buffer.from([0, 1, 2])],
    ["a message that nobody knows", JSON.stringify({ type: "evaluate", code: "1" })],
    ["a field too many", JSON.stringify({ type: "bye", __proto__: null, extra: 1 })],
    ["a frame that is too large", JSON.stringify({ type: "pair", code: "x".repeat(3 * 1024 * 1024) })],
    ["a part of too many", JSON.stringify({ type: "part", at: 0, of: 1e9, text: "" })],
    ["parts out of order", JSON.stringify({ type: "part", at: 3, of: 9, text: "" })],
    ["deep nesting", `${"[".repeat(200_000)}${"]".repeat(200_000)}`],
  ];

  it.each(broken)("by %s loses this connection, and nobody else theirs", async (_, message) => {
    const bridge = await stand.open();
    await stand.paired(bridge, { answer: () => selected });
    const one = await greeted(bridge);
    one.socket.send(message);
    expect([1008, 1009]).toContain(await one.ended);
    await worksStill(bridge);
  });

  it("by saying nothing for too long is shown out, and the oldest of too many", async () => {
    const bridge = await stand.open();
    await stand.paired(bridge, { answer: () => selected });
    const guests = await Promise.all(Array.from({ length: 17 }, () => greeted(bridge)));
    expect(await Promise.race(guests.map(({ ended }) => ended))).toBe(1008);
    expect(bridge.waiting).toBe(16);
    await worksStill(bridge);
  });

  it("by a flood loses the connection, and what was asked of it is told to be lost", async () => {
    const bridge = await stand.open();
    await stand.paired(bridge, { answer: () => selected });
    const flood = await stand.paired(bridge, {
      introduction: { instance: "instance-2", file: { key: "file-2", name: "Flood" } },
      answer: () => {
        for (let version = 0; version < 5_000; version += 1)
          flood.end.send({ type: "changed", version, origin: "person", nodes: [] });
        return undefined;
      },
    });
    const asked = bridge.channels[1]?.ask({ type: "selection" }, { signal: stand.signal });
    // Asked again when it comes back, it floods again, as often as the machine is fast.
    await expect
      .poll(() => flood.states.filter(({ kind }) => kind === "searching").length, { timeout: 10_000 })
      .toBeGreaterThan(1);
    await worksStill(bridge);
    flood.end.stop();
    await expect(asked).rejects.toThrow(/did not come back|was closed/);
  });

  it("by not living any more is found out, and its caller told", async () => {
    const bridge = await stand.open({ beats: 50 });
    const frozen = program(bridge, { autoPong: false });
    await frozen.opened;
    frozen.say(greeting);
    await expect.poll(() => frozen.heard[0]).toMatchObject({ type: "pair_first" });
    frozen.say({ type: "pair", code: bridge.code });
    await expect.poll(() => bridge.channels.length).toBe(1);
    const asked = bridge.channels[0]?.ask({ type: "selection" }, { signal: stand.signal });
    await expect(asked).rejects.toThrow(/connection broke, and it did not come back, before it had answered/);
    expect(bridge.channels).toEqual([]);
  });
});

describe("two windows with one file", () => {
  const other = { introduction: { instance: "instance-2" }, answer: () => selected };

  it("are not mixed up: the second is refused, and takes over where its person says so", async () => {
    const bridge = await stand.open();
    const first = await stand.paired(bridge, { answer: () => undefined });
    const second = stand.plugin(bridge, { ...other, pairings: first.kept });
    await second.reaches("refused");
    expect(second.end.state).toMatchObject({
      refusal: { reason: "file_taken", message: "Another window has Settings connected." },
    });
    second.end.takeOver();
    await second.reaches("connected");
    await first.reaches("refused");
    expect(first.end.state).toMatchObject({ refusal: { reason: "replaced" } });
    await worksStill(bridge);
  });

  it("do not take a plan from each other that is being applied", async () => {
    const bridge = await stand.open();
    const first = await stand.paired(bridge, { answer: () => undefined });
    const plan = { operations: [{ op: "remove" }], dryRun: false };
    const stop = new AbortController();
    const applied = bridge.channels[0]?.ask({ type: "apply", plan }, { signal: stop.signal });
    const second = stand.plugin(bridge, { ...other, pairings: first.kept });
    await second.reaches("refused");
    second.end.takeOver();
    await expect.poll(() => second.states.filter(({ kind }) => kind === "refused").length).toBe(2);
    expect(second.end.state).toMatchObject({ refusal: { message: "Another window changes Settings just now." } });
    stop.abort();
    await expect(applied).rejects.toThrow(/Stopped/);
  });
});

it("a plugin tells an old connector from a new one, and the other way round", async () => {
  const bridge = await stand.open();
  for (const [protocols, words] of [
    [{ lowest: 2, highest: 3 }, /newer than the connector 1.0.0: update @drawbridge\/figma/],
    [{ lowest: 0, highest: 0 }, /malformed|does not know/],
  ] as const) {
    const one = program(bridge);
    await one.opened;
    one.say({ ...greeting, protocols });
    await one.ended;
    expect(one.heard[0]?.message).toMatch(words);
  }
});
