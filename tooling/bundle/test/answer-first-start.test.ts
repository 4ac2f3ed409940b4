import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { firstBell } from "./stand/first-bell.ts";
import { handshake, list, ready } from "./stand/messages.ts";
import { type Start, written } from "./stand/written.ts";

const { whole, stuck, patient, remove } = firstBell();
afterAll(remove);

describe("a program that answers first, as it is started and ends,", () => {
  it.each<[string, Start, number]>([
    ["nothing", {}, 1],
    ["a tower", { argv: ["north"] }, 1],
    ["a tower of another form", { argv: ["north-east"] }, 1],
    ["a rope", { argv: ["--rope", "hemp", "north"] }, 1],
    ["a rope in one word", { argv: ["--rope=hemp"] }, 1],
    ["a rope by its variable", { environment: { DRAWBRIDGE_ROPE: "hemp" } }, 1],
    ["two bells", { argv: ["--bells", "two"] }, 2],
    ["two bells by their variable", { environment: { DRAWBRIDGE_BELLS: "two" } }, 2],
    ["a filter", { argv: ["--tools", "bell_ring"] }, 1],
    ["access", { argv: ["--access", "full"] }, 1],
  ])("lists the tools of who asks for %s", async (_, start, tools) => {
    const { lines } = await written(join(whole, "cli.cjs"), [handshake() + ready + list()], start);
    expect(lines.map((text) => JSON.parse(text))).toMatchObject([
      { id: 1 },
      { id: 2, result: { tools: Array(tools).fill({ title: "Ring" }) } },
    ]);
  });

  it.each<[string, Start]>([
    ["an option that nobody knows", { argv: ["--robe", "hemp"] }],
    ["two towers", { argv: ["north", "south"] }],
    ["a rope that is none", { argv: ["--rope"] }],
    ["two ropes", { argv: ["--rope", "hemp", "--rope=silk"] }],
    ["a wheel that looks like an option", { argv: ["--wheel", "--bells"] }],
    ["a sound that is in no file", { environment: { DRAWBRIDGE_SOUND_FILE: "/nowhere/sound" } }],
    ["a sound that is in no keyring", { environment: { DRAWBRIDGE_SOUND_KEYRING: "sound" } }],
    ["a rope that looks like an option", { argv: ["--rope", "--bells"] }],
    ["a long rope of several words", { argv: ["--rope=hemp and silk"] }],
    ["a long rope of several words, by its variable", { environment: { DRAWBRIDGE_ROPE: "hemp and silk" } }],
    ["a number of bells that there is not", { environment: { DRAWBRIDGE_BELLS: "three" } }],
  ])("answers nothing and ends with 2 for %s", async (_, start) => {
    const { code, lines } = await written(join(whole, "cli.cjs"), [handshake() + ready + list()], start);
    expect([code, lines]).toEqual([2, []]);
  });

  it("ends with 2 for what only the program sees is wrong, after its first answers", async () => {
    const start = { argv: ["--rope", "hempandsilk"] };
    const { code, stderr, lines } = await written(join(whole, "cli.cjs"), [handshake() + ready + list()], start);
    expect([code, lines.length, stderr]).toEqual([2, 2, expect.stringContaining("--rope does not take")]);
  });

  it("answers nothing where the lock beside it is another", async () => {
    const lock = join(patient, "definitions.lock.json");
    const built = readFileSync(lock, "utf8");
    writeFileSync(lock, built.replace("Rings the bell once", "Rings all bells"));
    expect(readFileSync(lock, "utf8")).not.toBe(built);
    expect((await written(join(patient, "cli.cjs"), [handshake()])).lines).toEqual([]);
  });

  it("answers first also where it is started by the name of other programs", async () => {
    expect((await written(join(stuck, "cli.js"), [handshake() + ready + list()])).lines).toHaveLength(2);
  });

  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("ends with 0 at %s, also before it is loaded", async (signal) => {
    const child = spawn(process.execPath, [join(stuck, "cli.cjs")], { env: {}, stdio: ["pipe", "pipe", "ignore"] });
    child.stdin.write(handshake());
    await once(child.stdout, "data");
    child.kill(signal);
    expect(await once(child, "exit")).toEqual([0, null]);
  });

  it("ends in order for a host that takes no answers", async () => {
    const child = spawn(process.execPath, [join(whole, "cli.cjs")], { env: {}, stdio: ["pipe", "pipe", "pipe"] });
    child.stdout.destroy();
    child.stdin.write(handshake() + ready + list());
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text) => {
      stderr += text;
    });
    expect([await once(child, "close"), stderr]).toEqual([[0, null], expect.stringContaining("output closed")]);
  });

  it.each<[string, string[]]>([
    ["says nothing", []],
    ["says half a message", ['{"jsonrpc":']],
    ["only shakes hands", [handshake()]],
    ["asks for the tools", [handshake() + ready + list()]],
  ])("serves, and ends in order, for a host that %s and leaves", async (_, parts) => {
    const { code, stderr } = await written(join(whole, "cli.cjs"), parts);
    expect(code).toBe(0);
    expect(stderr).toContain('"event":"serving"');
    expect(stderr).toContain('"event":"stopped","reason":"end of input"');
  });

  it("answers first where what may be given often is", async () => {
    const start = { argv: ["--ringers", "ann", "--ringers=bob"] };
    expect((await written(join(stuck, "cli.cjs"), [handshake() + ready + list()], start)).lines).toHaveLength(2);
  });

  it("is loaded for a host that says nothing", async () => {
    const child = spawn(process.execPath, [join(whole, "cli.cjs")], { env: {}, stdio: ["pipe", "ignore", "pipe"] });
    const log = await new Promise((resolve) => child.stderr.once("data", (bytes) => resolve(String(bytes))));
    expect(log).toContain("serving");
    child.stdin.end();
  });
});
