import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { firstBell } from "./stand/first-bell.ts";
import { clientInfo, handshake, line, list, ready } from "./stand/messages.ts";
import { written } from "./stand/written.ts";

const { whole, stuck, patient, remove } = firstBell();
afterAll(remove);

const call = line({ id: 3, method: "tools/call", params: { name: "bell_ring", arguments: {} } });

/** Marks are made anew for each answer. */
const unmarked = (lines: readonly string[]) => lines.map((text) => text.replace(/(data )[\w-]+/g, "$1…")).sort();

describe("a program that answers first", () => {
  it.each<[string, string[]]>([
    ["all at once", [handshake() + ready + list()]],
    ["one after the other", [handshake(), ready, list()]],
    ["cut in the middle", [`${handshake()}${ready}`.slice(0, 30), `${handshake()}${ready}${list()}`.slice(30)]],
  ])("answers before it is loaded, asked %s", async (_, parts) => {
    const { lines } = await written(join(patient, "cli.cjs"), parts);
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
});
