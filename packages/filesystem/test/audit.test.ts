import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type AuditLine, verifyAudit } from "@drawbridge/core";
import { RawServer, runCommand } from "@drawbridge/testkit";
import { describe, expect, it } from "vitest";
import { builtCli } from "./stand/built-cli.ts";
import { plant } from "./stand/plant.ts";
import { temporaryFolder } from "./stand/temporary-folder.ts";

const folder = temporaryFolder();
plant(folder, { "a.txt": "one\n" });
const call = { name: "fs_read", arguments: { path: "a.txt" } };

const linesOf = (file: string) =>
  readFileSync(file, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as AuditLine);

describe("the audit log of the built server", () => {
  it("records each call once, and is let go of at the end", async () => {
    const file = join(temporaryFolder(), "audit.jsonl");
    const server = new RawServer(builtCli, { argv: ["--audit-log", file, folder] });
    await server.initialize();
    await server.request("tools/call", call);
    await server.request("tools/call", { name: "fs_read", arguments: { path: "../b" } });
    server.endInput();
    expect(await server.exited).toBe(0);
    expect(linesOf(file).map(({ event, outcome }) => [event, outcome])).toEqual([
      ["ended", "succeeded"],
      ["ended", "refused"],
    ]);
    expect(existsSync(`${file}.lock`)).toBe(false);
  });

  it("loses no answered call when the server is killed under load, and goes on after", async () => {
    const file = join(temporaryFolder(), "audit.jsonl");
    let answered = 0;
    for (let round = 0; round < 5; round += 1) {
      const server = new RawServer(builtCli, { argv: ["--audit-log", file, folder] });
      await server.initialize();
      const load = Array.from({ length: 400 }, () => server.request("tools/call", call).catch(() => undefined));
      await Promise.race(load.slice(40 + round * 60, 41 + round * 60));
      server.kill("SIGKILL");
      await server.exited;
      answered += server.lines.filter((line) => line.includes('"content"')).length;
      expect(await verifyAudit(file)).toMatchObject({ broken: undefined });
    }
    expect(answered).toBeGreaterThan(5);
    expect(linesOf(file).length).toBeGreaterThanOrEqual(answered);
  });

  it("is refused at start where it cannot be written, or another server writes it", async () => {
    const missing = await runCommand(builtCli, { argv: ["--audit-log", join(folder, "no/such/audit.jsonl"), folder] });
    expect([missing.exitCode, missing.stderr]).toEqual([2, expect.stringContaining("--audit-log")]);
    const file = join(temporaryFolder(), "audit.jsonl");
    const server = new RawServer(builtCli, { argv: ["--audit-log", file, folder] });
    await server.initialize();
    const second = await runCommand(builtCli, { argv: ["--audit-log", file, folder] });
    expect([second.exitCode, second.stderr]).toEqual([2, expect.stringContaining("writes to it already")]);
    server.endInput();
    await server.exited;
  });
});
