import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findingsOf } from "../../../test/findings-of.ts";
import type { AuditEvent } from "../../audit/audit-event.ts";
import { AuditLog } from "../../audit/audit-log.ts";
import { audit } from "./audit.ts";

const event: AuditEvent = {
  event: "ended",
  call: "c-1",
  principal: "local",
  operation: "tool shelf_read",
  effect: "read",
  arguments: "0".repeat(64),
  outcome: "succeeded",
};

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "drawbridge-audit-doctor-"));
  file = join(folder, "audit.jsonl");
});
afterEach(() => rmSync(folder, { recursive: true }));

function record(lines: number): void {
  const log = new AuditLog(file, { sync: false });
  for (let line = 0; line < lines; line += 1) log.append(event);
  log.close();
}

const found = () => findingsOf(audit, { argv: ["--audit-log", file] });

describe("audit", () => {
  it("notes that nothing is recorded, where there is something to record", async () => {
    expect(await findingsOf(audit, { argv: ["--access", "write"] })).toMatchObject([
      { level: "note", remedy: "--audit-log <file>" },
    ]);
    expect(await findingsOf(audit)).toEqual([]);
  });

  it("is content with a file that can be begun, and does not begin it", async () => {
    expect(await found()).toMatchObject([{ level: "ok" }]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is content with a chain that holds, and leaves it as it is", async () => {
    record(2);
    const before = readFileSync(file, "utf8");
    expect(await found()).toEqual([{ level: "ok", title: expect.stringContaining("is whole: 2 lines") }]);
    expect(readFileSync(file, "utf8")).toBe(before);
    expect(existsSync(`${file}.lock`)).toBe(false);
  });

  it("finds a line that was changed", async () => {
    record(2);
    writeFileSync(file, readFileSync(file, "utf8").replace("local", "other"));
    expect(await found()).toMatchObject([{ level: "problem", title: expect.stringContaining("line 1") }]);
  });

  it("finds lines that were cut from the end", async () => {
    record(2);
    const [first] = readFileSync(file, "utf8").split("\n");
    writeFileSync(file, `${first}\n`);
    expect(await found()).toMatchObject([{ level: "problem", title: expect.stringContaining("cut from the end") }]);
  });

  it("notes that the head is gone", async () => {
    record(1);
    rmSync(`${file}.head`);
    expect(await found()).toMatchObject([{ level: "note", detail: expect.stringContaining(".head is not there") }]);
  });

  it("finds a folder that is not there", async () => {
    file = join(folder, "gone", "audit.jsonl");
    expect(await found()).toMatchObject([{ level: "problem", remedy: expect.stringContaining("mkdir -p") }]);
  });

  it("warns of a process that holds it, and says nothing of one that is gone", async () => {
    const log = new AuditLog(file, { sync: false });
    expect(await found()).toMatchObject([
      { level: "warning", title: expect.stringContaining(`Process ${process.pid} `) },
      { level: "ok" },
    ]);
    log.close();
    appendFileSync(`${file}.lock`, "999999999 1");
    expect(await found()).toMatchObject([{ level: "ok" }]);
  });
});
