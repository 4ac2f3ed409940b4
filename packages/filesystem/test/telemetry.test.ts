import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { hostKinds, openHost, RawServer, stdio } from "@drawbridge/testkit";
import { describe, expect, it } from "vitest";
import { builtCli } from "./stand/built-cli.ts";
import { plant } from "./stand/plant.ts";
import { temporaryFolder } from "./stand/temporary-folder.ts";

const folder = temporaryFolder();
plant(folder, { "private.txt": "confidential\n" });
const call = { name: "fs_read", arguments: { path: "private.txt" } };
const sdk = new URL("stand/opentelemetry-to-file.mjs", import.meta.url);

interface Line {
  readonly span?: string;
  readonly metric?: string;
  readonly parent?: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

interface Report {
  readonly result: ReadonlyArray<{ readonly url: string }>;
}

/** An environment with an SDK in it, and what it has written by the end. */
function traced(environment: Record<string, string> = {}) {
  const file = join(temporaryFolder(), "telemetry.jsonl");
  const lines = () =>
    readFileSync(file, "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Line);
  return { lines, environment: { NODE_OPTIONS: `--import ${sdk}`, OTEL_FILE: file, ...environment } };
}

describe("the built server, with an OpenTelemetry SDK beside it", () => {
  it("finds the SDK from inside its bundle, and has it send everything before it ends", async () => {
    const { lines, environment } = traced();
    const server = new RawServer(builtCli, { argv: [folder], environment });
    await server.initialize();
    const _meta = { traceparent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01" };
    await server.request("tools/call", { ...call, _meta });
    await server.request("tools/call", { name: "fs_read", arguments: { path: "missing.txt" } });
    server.endInput();
    expect(await server.exited).toBe(0);
    const attributes = { "mcp.method.name": "tools/call", "gen_ai.tool.name": "fs_read", "network.transport": "pipe" };
    const failure = { "error.type": "tool_error", "drawbridge.error.code": "not_found" };
    const scope = "@drawbridge/filesystem";
    expect(lines()).toMatchObject([
      { span: "tools/call fs_read", scope, status: { code: 0 }, parent: "00f067aa0ba902b7", attributes },
      { span: "tools/call fs_read", scope, status: { code: 2 }, attributes: { ...attributes, ...failure } },
      { metric: "mcp.server.operation.duration", count: 1, attributes },
      { metric: "mcp.server.operation.duration", count: 1, attributes: { ...attributes, ...failure } },
    ]);
    expect(JSON.stringify(lines())).not.toMatch(/private|confidential|missing/);
  });

  it("shows arguments and results to a person who asks for them", async () => {
    const { lines, environment } = traced({ DRAWBRIDGE_TRACE_CONTENT: "true" });
    const server = new RawServer(builtCli, { argv: [folder], environment });
    await server.initialize();
    await server.request("tools/call", call);
    server.endInput();
    await server.exited;
    expect(lines()[0]?.attributes).toMatchObject({
      "gen_ai.tool.call.arguments": '{"path":"private.txt"}',
      "gen_ai.tool.call.result": expect.stringContaining("confidential"),
    });
  });

  it.each(hostKinds)("names the protocol's revision to %s", async (kind) => {
    const { lines, environment } = traced();
    const host = await openHost(kind, stdio(builtCli, { argv: [folder], environment }));
    await host.callTool(call.name, call.arguments);
    await host.close();
    expect(lines()[0]?.attributes["mcp.protocol.version"]).toBe(kind.slice(0, "2026-07-28".length));
  });
});

/** The text of every file of the built server that a run of it read, as Node's coverage lists them. */
async function programRead(environment: Record<string, string> = {}): Promise<string> {
  const coverage = temporaryFolder();
  const server = new RawServer(builtCli, {
    argv: [folder],
    environment: { ...environment, NODE_V8_COVERAGE: coverage },
  });
  await server.initialize();
  await server.request("tools/call", call);
  server.endInput();
  await server.exited;
  const reports = readdirSync(coverage).map((name) => JSON.parse(readFileSync(join(coverage, name), "utf8")) as Report);
  const urls = new Set(reports.flatMap(({ result }) => result.map(({ url }) => url)));
  const own = [...urls].filter((url) => url.startsWith(new URL(".", pathToFileURL(builtCli)).href));
  return own.map((url) => readFileSync(new URL(url), "utf8")).join("\n");
}

describe("the built server on its own", () => {
  it("reads nothing of OpenTelemetry, which it does beside an SDK", async () => {
    const theApi = "@opentelemetry/api: ";
    expect(await programRead(traced().environment)).toContain(theApi);
    expect(await programRead()).not.toContain(theApi);
  });
});
