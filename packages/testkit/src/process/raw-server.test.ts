import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { RawServer } from "./raw-server.ts";

const folder = mkdtempSync(join(tmpdir(), "drawbridge-raw-"));
const cli = join(folder, "echo.mjs");
// Answers each request with its params, the method "quit" by ending with 4.
writeFileSync(
  cli,
  `import { createInterface } from "node:readline";
for await (const line of createInterface({ input: process.stdin })) {
  const { id, method, params } = JSON.parse(line);
  if (method === "quit") process.exit(4);
  if (id !== undefined) console.log(JSON.stringify({ jsonrpc: "2.0", id, result: params }));
}`,
);
afterAll(() => rmSync(folder, { recursive: true }));

describe("RawServer", () => {
  it("gives each request its own answer", async () => {
    const server = new RawServer(cli, { argv: [] });
    const answers = await Promise.all([server.request("a", { turn: 1 }), server.request("b", { turn: 2 })]);
    expect(answers.map(({ result }) => result)).toEqual([{ turn: 1 }, { turn: 2 }]);
    server.endInput();
    expect(await server.exited).toBe(0);
    expect(server.lines).toHaveLength(2);
  });

  it("fails what is still unanswered when the server ends", async () => {
    const server = new RawServer(cli, { argv: [] });
    await expect(server.request("quit", {})).rejects.toThrow("The server ended with 4 before it answered");
  });

  it("tells of an end by signal", async () => {
    const server = new RawServer(cli, { argv: [] });
    await server.request("a", {});
    server.kill("SIGKILL");
    expect(await server.exited).toBeNull();
  });
});
