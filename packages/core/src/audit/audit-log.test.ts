import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AuditEvent } from "./audit-event.ts";
import { AuditLog } from "./audit-log.ts";
import { verifyAudit } from "./verify-audit.ts";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "audit-"));
  file = join(folder, "audit.jsonl");
});
afterEach(() => rmSync(folder, { recursive: true }));

const event: AuditEvent = {
  event: "ended",
  call: "c-1",
  principal: "local",
  operation: "tool shelf_read",
  effect: "read",
  arguments: "",
  outcome: "succeeded",
};

function write(lines: number, largestBytes?: number): void {
  const log = new AuditLog(file, { sync: false, ...(largestBytes === undefined ? {} : { largestBytes }) });
  for (let line = 0; line < lines; line += 1) log.append(event);
  log.close();
}

const lines = () => readFileSync(file, "utf8").trimEnd().split("\n");

describe("an audit log", () => {
  it("chains its lines from 64 zeros on, and verifies", async () => {
    write(3);
    const parsed = lines().map((line) => JSON.parse(line));
    expect(parsed.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(parsed[0].prev).toBe("0".repeat(64));
    expect(parsed[1].prev).toBe(parsed[0].hash);
    expect(await verifyAudit(file)).toEqual({ lines: 3, broken: undefined, head: "agrees" });
  });

  it("goes on with its chain when it is opened again", async () => {
    write(2);
    write(2);
    expect(await verifyAudit(file)).toMatchObject({ lines: 4, broken: undefined });
  });

  it("can be read by nobody else", () => {
    write(1);
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it("cuts off a last line that a crash tore, and goes on", async () => {
    write(2);
    appendFileSync(file, '{"seq":3,"time":"20');
    write(1);
    expect(await verifyAudit(file)).toMatchObject({ lines: 3, broken: undefined });
  });

  it("does not open when its last line was changed", () => {
    write(2);
    writeFileSync(file, readFileSync(file, "utf8").replaceAll("shelf_read", "shelf_take"));
    expect(() => write(1)).toThrow("was changed");
  });

  it("does not open when lines are missing at its end, so that nobody writes over their trace", () => {
    write(3);
    truncateSync(file, readFileSync(file, "utf8").indexOf("\n") + 1);
    expect(() => write(1)).toThrow("lines are missing");
  });

  it("is one process's alone", () => {
    const log = new AuditLog(file, { sync: false });
    expect(() => new AuditLog(file, { sync: false })).toThrow(`process ${process.pid} writes to it already`);
    log.close();
    write(1);
  });

  it("takes over the lock of a process that is gone", () => {
    writeFileSync(`${file}.lock`, "999999999 1");
    write(1);
    expect(lines()).toHaveLength(1);
  });

  it("puts a large file aside and keeps the chain", async () => {
    write(12, 1000);
    expect(lines().length).toBeLessThan(12);
    expect(await verifyAudit(file)).toEqual({ lines: 12, broken: undefined, head: "agrees" });
  });
});
