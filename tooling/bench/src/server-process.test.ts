import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { BenchFailure } from "./bench-failure.ts";
import { ServerProcess } from "./server-process.ts";

let folder: string;
let server: ServerProcess;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bench-server-process-"));
});

afterEach(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

/** A server that treats every line it reads by the given statement, in which `id` is the request's. */
function serverThat(statement: string): ServerProcess {
  const program = `require("readline").createInterface({ input: process.stdin }).on("line", (line) => {
    const { id } = JSON.parse(line);
    const answer = (rest) => console.log(JSON.stringify({ jsonrpc: "2.0", id, ...rest }));
    ${statement}
  });`;
  server = new ServerProcess("stand-in", ["-e", program], folder);
  return server;
}

const call = { name: "read", arguments: {} };

test("an answer has the server's result and the time it took", async () => {
  const { result, milliseconds } = await serverThat("answer({ result: { text: 'a' } })").request("any", {});
  expect(result).toEqual({ text: "a" });
  expect(milliseconds).toBeGreaterThan(0);
});

test("answers reach their own requests, in whatever order they come", async () => {
  const waitsForTwo = "(globalThis.held ??= []).unshift(id); if (held.length === 2) for (const id of held) ";
  const reversing = serverThat(`${waitsForTwo} console.log(JSON.stringify({ id, result: { id } }))`);
  const answers = await Promise.all([reversing.request("any", {}), reversing.request("any", {})]);
  expect(answers.map(({ result }) => result.id)).toEqual([1, 2]);
});

test("notifications from the server are passed over", async () => {
  const chatty = serverThat("console.log(JSON.stringify({ method: 'notifications/message' })); answer({ result: {} })");
  expect((await chatty.request("any", {})).result).toEqual({});
});

test("a JSON-RPC error fails with the server's words", async () => {
  const refusing = serverThat("answer({ error: { code: -32602, message: 'no such tool' } })");
  await expect(refusing.callTool(call)).rejects.toThrow("stand-in: tools/call answered an error: no such tool");
});

test("a tool result that is an error fails with its text", async () => {
  const failing = serverThat("answer({ result: { isError: true, content: [{ type: 'text', text: 'not found' }] } })");
  await expect(failing.callTool(call)).rejects.toThrow(/read answered an error: .*not found/);
});

test("a server that dies fails what waits for it, with the end of its log", async () => {
  const dying = serverThat("console.error('out of luck'); process.exit(3)");
  await expect(dying.callTool(call)).rejects.toThrow(/ended \(exit 3\) before it had answered; .*\nout of luck/);
});

test("what is no JSON on stdout fails what waits", async () => {
  await expect(serverThat("console.log('Hello!')").callTool(call)).rejects.toThrow(BenchFailure);
});

test("a server that ignores the end of its input is ended all the same", { timeout: 20_000 }, async () => {
  const staying = serverThat("setInterval(() => {}, 1000); answer({ result: {} })");
  await staying.request("any", {});
  await staying.stop();
  expect(() => process.kill(staying.pid ?? 0, 0)).toThrow("ESRCH");
});
