import { readFileSync } from "node:fs";
import { RawServer } from "@drawbridge/testkit";
import fc from "fast-check";
import { expect, it } from "vitest";
import { builtCli } from "./stand/built-cli.ts";
import { temporaryFolder } from "./stand/temporary-folder.ts";

const lines = 100_000;
const batch = 2000;

const junk = fc.oneof(
  fc.string(),
  fc.json(),
  fc
    .record({ jsonrpc: fc.constant("2.0"), id: fc.jsonValue(), method: fc.jsonValue(), params: fc.jsonValue() })
    .map(asLine),
  fc
    .record({ jsonrpc: fc.constant("2.0"), id: fc.nat(), method: fc.constant("tools/call"), params: fc.jsonValue() })
    .map(asLine),
  fc
    .record({ jsonrpc: fc.constant("2.0"), method: fc.string(), params: fc.dictionary(fc.string(), fc.jsonValue()) })
    .map(asLine),
);

function asLine(message: unknown): string {
  return JSON.stringify(message);
}

it("100,000 malformed messages leave the server answering, and its memory steady", async () => {
  const server = new RawServer(builtCli, { argv: ["--log-level", "silent", temporaryFolder()] });
  await server.initialize();
  const sample = fc.sample(junk, batch).map((line) => line.replaceAll("\n", " "));
  let settled = 0;
  for (let sent = 0; sent < lines; sent += batch) {
    server.write(`${sample.join("\n")}\n`);
    expect(await server.request("tools/list", {})).toHaveProperty("result");
    // The first tenth fills what is filled once: compiled code, caches.
    if (sent === lines / 10) settled = residentMebibytes(server.pid);
  }
  expect(residentMebibytes(server.pid)).toBeLessThan(settled + 64);
  server.endInput();
  expect(await server.exited).toBe(0);
}, 120_000);

/** NaN, which is less than nothing and fails, where the system does not tell. */
function residentMebibytes(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
}
