import { linkSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AuditEvent } from "./audit-event.ts";
import { AuditLog } from "./audit-log.ts";
import { lockHolder } from "./lock-holder.ts";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "audit-lock-"));
  file = join(folder, "audit.jsonl");
});
afterEach(() => rmSync(folder, { recursive: true }));

const event: AuditEvent = {
  ...{ event: "ended", call: "c-1", principal: "local", operation: "tool shelf_read" },
  ...{ effect: "read", arguments: "", outcome: "succeeded" },
};
const open = (path = file) => new AuditLog(path, { sync: false });
const held = `process ${process.pid} writes to it already`;
const gone = "999999999 1";

function writeOnce(path = file): void {
  const log = open(path);
  log.append(event);
  log.close();
}

describe("the lock of an audit log", () => {
  it("is one for all symbolic links to a file", () => {
    writeOnce();
    const link = join(folder, "link.jsonl");
    symlinkSync(file, link);
    const log = open();
    expect(() => open(link)).toThrow(held);
    expect(lockHolder(link)).toBe(process.pid);
    log.close();
    writeOnce(link);
    expect(readFileSync(file, "utf8").trimEnd().split("\n")).toHaveLength(2);
    expect(readdirSync(folder).sort()).toEqual(["audit.jsonl", "audit.jsonl.head", "link.jsonl"]);
  });

  it("is one for a symbolic link to a file that is not there yet", () => {
    const link = join(folder, "link.jsonl");
    symlinkSync("audit.jsonl", link);
    const log = open(link);
    expect(() => open()).toThrow(held);
    log.close();
  });

  it("is not to be had for a file with a second name, whichever is given", () => {
    writeOnce();
    const second = join(folder, "second.jsonl");
    linkSync(file, second);
    expect(() => open(second)).toThrow("hard link");
    expect(() => open()).toThrow("hard link");
    rmSync(second);
    writeOnce();
  });

  it("is not to be had for what is no file", () => {
    expect(() => open(folder)).toThrow("it is not a file");
  });

  it.each(["", "who knows", "12"])("is not taken from whom nobody can tell: %j", (text) => {
    writeFileSync(`${file}.lock`, text);
    expect(() => open()).toThrow("names no process; remove it");
    expect(lockHolder(file)).toBe("unknown");
  });

  it("is taken over from a process that is gone, and nothing is left of it", () => {
    writeFileSync(`${file}.lock`, gone);
    writeOnce();
    expect(readdirSync(folder).sort()).toEqual(["audit.jsonl", "audit.jsonl.head"]);
  });

  it("is taken over from one that went while it took over another's", () => {
    writeFileSync(`${file}.lock`, gone);
    writeFileSync(`${file}.lock.999999999-1`, "999999998 1 abc");
    writeOnce();
    expect(readdirSync(folder).sort()).toEqual(["audit.jsonl", "audit.jsonl.head"]);
  });

  it("is not taken over while another process is about to", () => {
    const log = open(join(folder, "other.jsonl"));
    const taking = readFileSync(join(folder, "other.jsonl.lock"), "utf8");
    writeFileSync(`${file}.lock`, gone);
    writeFileSync(`${file}.lock.999999999-1`, taking);
    expect(() => open()).toThrow(held);
    log.close();
  });

  it("is let go of by its own holder only", () => {
    const log = open();
    writeFileSync(`${file}.lock`, "1 1 another");
    log.close();
    expect(readFileSync(`${file}.lock`, "utf8")).toBe("1 1 another");
  });
});
