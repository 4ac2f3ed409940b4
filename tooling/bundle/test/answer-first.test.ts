import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as passed } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const source = `
import { defineConnector, defineTool, option, run } from "@drawbridge/core";
import * as z from "zod";

const ring = (name) => defineTool({
  name,
  title: "Ring",
  description: "Rings a bell once, as far as it is heard, and says how it sounded.",
  effect: "read",
  input: z.object({}),
  run: async () => ({ parts: [{ text: "ding" }] }),
});

await run(
  defineConnector({
    name: "bell",
    title: "Bell",
    description: "Rings a bell.",
    examples: [],
    package: new URL("../package.json", import.meta.url),
    options: z.object({
      tower: option(z.string().optional(), { description: "Where it hangs", placeholder: "[tower]", positional: true }),
      rope: option(z.string().max(9).optional(), { description: "What it is rung by", placeholder: "<rope>" }),
      ringers: option(z.array(z.string()).default([]), { description: "Who rings it", placeholder: "<name>" }),
      wheel: option(z.string().optional(), { description: "What it turns on", placeholder: "<wheel>" }),
      sound: option(z.string().optional(), { description: "How it sounds, which nobody is told", secret: true }),
      bells: option(z.enum(["one", "two"]).default("one"), { description: "How many there are", placeholder: "<number>" }),
    }),
    open: async () => ({}),
    check: async () => ({}),
    withheld: ({ bells }) => new Map(bells === "one" ? [["bell_ring_other", "--bells two"]] : []),
    tools: [ring("bell_ring"), ring("bell_ring_other")],
  }),
);
`;

const folder = mkdtempSync(join(tmpdir(), "drawbridge-first-"));
const whole = join(folder, "whole", "dist");
/** As if the program took forever to load. */
const stuck = join(folder, "stuck", "dist");
beforeAll(() => {
  const home = join(folder, "whole");
  mkdirSync(join(home, "src"), { recursive: true });
  symlinkSync(
    fileURLToPath(new URL("../../../packages/testkit/node_modules", import.meta.url)),
    join(home, "node_modules"),
  );
  writeFileSync(join(home, "src", "cli.ts"), source);
  const answersFirst = { tower: "north|south", rope: "\\w+", ringers: "\\w+", wheel: ".+", sound: "\\w+" };
  const facts = { mcpName: "com.example/bell", bundle: { answersFirst } };
  writeFileSync(
    join(home, "package.json"),
    JSON.stringify({ name: "bell", version: "1.0.0", type: "module", ...facts }),
  );
  execFileSync(process.execPath, [fileURLToPath(new URL("../src/bundle-connector.js", import.meta.url))], {
    cwd: home,
  });
  cpSync(home, join(folder, "stuck"), { recursive: true, filter: (path) => !path.endsWith("node_modules") });
  writeFileSync(join(stuck, "program.js"), "process.stdin.resume();");
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Start {
  readonly argv?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** What a program writes until it ends, where its input comes in these parts, with a while between. */
async function written(program: string, parts: readonly string[], { argv = [], environment = {} }: Start = {}) {
  const child = spawn(process.execPath, [program, ...argv], { env: environment, stdio: ["pipe", "pipe", "pipe"] });
  const closed = new Promise<number | null>((resolve) => child.on("close", resolve));
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    stderr += text;
  });
  child.stdin.on("error", () => {});
  for (const [index, part] of parts.entries()) {
    if (index > 0) await passed(5);
    child.stdin.write(part);
  }
  child.stdin.end();
  const code = await closed;
  return { code, stderr, lines: stdout.split("\n").slice(0, -1) };
}

const line = (message: object) => `${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`;
const clientInfo = { name: "tester", version: "1" };
const handshake = (params: object = {}) =>
  line({
    id: 1,
    method: "initialize",
    params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo, ...params },
  });
const ready = line({ method: "notifications/initialized" });
const list = (id: unknown = 2) => line({ id, method: "tools/list" });
const call = line({ id: 3, method: "tools/call", params: { name: "bell_ring", arguments: {} } });

/** Marks are made anew for each answer. */
const unmarked = (lines: readonly string[]) => lines.map((text) => text.replace(/(data )[\w-]+/g, "$1…")).sort();

describe("a program that answers first", () => {
  it.each<[string, string[]]>([
    ["all at once", [handshake() + ready + list()]],
    ["one after the other", [handshake(), ready, list()]],
    ["cut in the middle", [`${handshake()}${ready}`.slice(0, 30), `${handshake()}${ready}${list()}`.slice(30)]],
  ])("answers before it is loaded, asked %s", async (_, parts) => {
    const { lines } = await written(join(stuck, "cli.cjs"), parts);
    expect(lines).toHaveLength(2);
    expect(lines).toEqual((await written(join(whole, "program.js"), parts)).lines);
  });

  it.each(["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"])(
    "shakes hands in the revision %s as the program does",
    async (protocolVersion) => {
      const parts = [handshake({ protocolVersion }) + ready + list("a")];
      const { lines } = await written(join(stuck, "cli.cjs"), parts);
      expect(JSON.parse(lines[0] ?? "")).toMatchObject({ id: 1, result: { protocolVersion } });
      expect(lines).toEqual((await written(join(whole, "program.js"), parts)).lines);
    },
  );

  it.each<[string, object]>([
    ["nothing", {}],
    ["roots", { capabilities: { roots: { listChanged: true } } }],
    ["questions", { capabilities: { elicitation: { form: {}, url: {} }, sampling: {} } }],
    ["tasks", { capabilities: { tasks: { list: {}, requests: { sampling: { createMessage: {} } } } } }],
    [
      "what is not in the protocol yet",
      { capabilities: { extensions: { "com.example/ui": { types: ["text/html"] } } } },
    ],
    ["capabilities of a server", { capabilities: { tools: true, logging: false, roots: { listChanged: false } } }],
    ["its title", { clientInfo: { ...clientInfo, title: "Tester", websiteUrl: "https://example.com", made: 1999 } }],
  ])("takes it for a plain handshake where a host tells of %s, as the program does", async (_, params) => {
    const { lines } = await written(join(stuck, "cli.cjs"), [handshake(params)]);
    expect(lines).toHaveLength(1);
    expect(lines).toEqual((await written(join(whole, "program.js"), [handshake(params)])).lines);
  });

  it.each<[string, string]>([
    ["a revision that nobody knows", handshake({ protocolVersion: "1999-01-01" })],
    ["a revision that is the name of something", handshake({ protocolVersion: "constructor" })],
    ["several revisions", handshake({ protocolVersion: ["2025-06-18"] })],
    ["no revision", handshake({ protocolVersion: undefined })],
    ["a host without a name", handshake({ clientInfo: { version: "1" } })],
    ["a host whose name is no text", handshake({ clientInfo: { name: 1, version: "1" } })],
    ["no host", handshake({ clientInfo: undefined })],
    ["capabilities that are none", handshake({ capabilities: [] })],
    ["a capability that is none", handshake({ capabilities: { roots: true } })],
    ["a capability that is filled wrongly", handshake({ capabilities: { roots: { listChanged: "yes" } } })],
    ["an extension that is none", handshake({ capabilities: { extensions: { "com.example/ui": true } } })],
    ["sampling of something that is no object", handshake({ capabilities: { sampling: { tools: true } } })],
    ["a host with a title that is no text", handshake({ clientInfo: { ...clientInfo, title: 1 } })],
    ["a host with pictures", handshake({ clientInfo: { ...clientInfo, icons: [{ src: "a.png" }] } })],
    ["a key that nobody takes", handshake({ capabilities: { roots: JSON.parse('{"__proto__":{}}') } })],
    ["such a key in escapes", handshake({ capabilities: { roots: { x: {} } } }).replace('"x"', '"\\u005f_proto__"')],
    ["more than a handshake has", handshake({ _meta: { progressToken: 1 } })],
    ["another protocol", handshake().replace('"2.0"', '"1.0"')],
    ["an id that is none", handshake().replace('"id":1', '"id":null')],
    ["an id that is no whole number", handshake().replace('"id":1', '"id":1.5')],
    ["no message", '{"jsonrpc":"2.0","id":1,"method":"initi\n'],
    ["several in one", `[${handshake().trim()}]\n`],
    ["nothing but a value", "null\n"],
    ["the tools before the handshake", list(1)],
    ["what stands in the stateless protocol", line({ id: 1, method: "server/discover", params: {} })],
  ])("leaves to the program what begins with %s, and says what it says", async (_, first) => {
    expect((await written(join(stuck, "cli.cjs"), [first + ready + list()])).lines).toEqual([]);
    const [ours, its] = await Promise.all(
      ["cli.cjs", "program.js"].map((program) => written(join(whole, program), [first + ready + list()])),
    );
    expect(ours?.lines).toEqual(its?.lines);
  });

  it.each<[string, string]>([
    ["a page", line({ id: 2, method: "tools/list", params: { cursor: "x" } })],
    ["progress", line({ id: 2, method: "tools/list", params: { _meta: { progressToken: 1 } } })],
    ["the same id", list(1)],
    ["a second handshake", handshake().replace('"id":1', '"id":2')],
    ["a ping", line({ id: 2, method: "ping" })],
  ])("leaves to the program what it asks with %s after the handshake", async (_, second) => {
    const parts = [handshake() + ready + second + list(9)];
    expect((await written(join(stuck, "cli.cjs"), parts)).lines).toHaveLength(1);
    const [ours, its] = await Promise.all(
      ["cli.cjs", "program.js"].map((program) => written(join(whole, program), parts)),
    );
    expect(unmarked(ours?.lines ?? [])).toEqual(unmarked(its?.lines ?? []));
  });

  it.each<[string, string[]]>([
    ["all at once", [handshake() + ready + list() + call + list(4)]],
    ["in parts", [handshake(), ready + list(), call + list(4)]],
    ["in many parts", (handshake() + ready + list() + call + list(4)).match(/[\s\S]{1,40}/g) ?? []],
    ["without a pause behind the handshake", [handshake() + ready + call, list() + list(4)]],
    [
      "with an answer that the host no longer wants",
      [
        handshake() +
          ready +
          list() +
          line({ method: "notifications/cancelled", params: { requestId: 2 } }) +
          call +
          list(4),
      ],
    ],
  ])("answers each request once, with what is asked afterwards, %s", async (_, parts) => {
    const { code, lines } = await written(join(whole, "cli.cjs"), parts);
    expect(code).toBe(0);
    const program = await written(join(whole, "program.js"), [handshake() + ready + list() + call + list(4)]);
    expect(unmarked(lines)).toEqual(unmarked(program.lines));
  });

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
    const home = join(folder, "altered");
    cpSync(join(folder, "stuck"), home, { recursive: true });
    const lock = join(home, "dist", "definitions.lock.json");
    writeFileSync(lock, readFileSync(lock, "utf8").replace("Rings a bell once", "Rings all bells"));
    expect((await written(join(home, "dist", "cli.cjs"), [handshake()])).lines).toEqual([]);
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
