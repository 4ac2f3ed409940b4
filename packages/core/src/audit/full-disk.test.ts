import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SmallDisk } from "../../test/small-disk.ts";
import type { AuditEvent } from "./audit-event.ts";
import { AuditLog } from "./audit-log.ts";
import { verifyAudit } from "./verify-audit.ts";

let folder: string;
let file: string;
let disk: SmallDisk | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "audit-full-"));
  file = join(folder, "audit.jsonl");
});
afterEach(() => {
  disk?.takeOut();
  rmSync(folder, { recursive: true });
});

const common = { principal: "local", operation: "tool shelf_put", effect: "write", arguments: "0".repeat(64) } as const;
const started = (call: string): AuditEvent => ({ event: "started", call, ...common });
const ended = (call: string): AuditEvent => ({
  ...{ event: "ended", call, ...common },
  ...{ outcome: "succeeded", duration: 12_345.67, bytes: 12_345 },
});
const events = () =>
  readFileSync(file, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line).event);

describe("an audit log on a disk that fills up", () => {
  it("takes the ended line of every change whose started line it took", async () => {
    const log = new AuditLog(file, { sync: false });
    for (const call of ["a", "b", "c"]) log.append(started(call));
    disk = new SmallDisk(100);
    for (const call of ["a", "b", "c"]) log.append(ended(call));
    expect(events()).toEqual(["started", "started", "started", "ended", "ended", "ended"]);
    log.close();
    expect(await verifyAudit(file)).toEqual({ lines: 6, broken: undefined, head: "agrees" });
  });

  it.each(Array.from({ length: 12 }, (_, index) => index * 60))(
    "begins nothing whose end may not fit: %i bytes more than the started line",
    async (more) => {
      const log = new AuditLog(file, { sync: false });
      log.append(started("first"));
      log.append(ended("first"));
      const line = statSync(file).size / 2;
      disk = new SmallDisk(line + more);
      for (let round = 0; round < 200; round += 1) {
        try {
          log.append(started(`c-${round}`));
        } catch {
          break;
        }
        log.append(ended(`c-${round}`));
      }
      log.close();
      expect(events().filter((event) => event === "started")).toHaveLength(events().length / 2);
      expect(await verifyAudit(file)).toMatchObject({ broken: undefined, head: "agrees" });
    },
  );

  it("holds more room the more changes run at once", () => {
    const log = new AuditLog(file, { sync: false });
    const calls = Array.from({ length: 300 }, (_, index) => `call-${index}`);
    for (const call of calls) log.append(started(call));
    disk = new SmallDisk(0);
    for (const call of calls) log.append(ended(call));
    log.close();
    expect(events()).toHaveLength(600);
  });

  it("refuses the next change when its room is spent, and takes one again when there is room", () => {
    const log = new AuditLog(file, { sync: false });
    log.append(started("a"));
    disk = new SmallDisk(0);
    log.append(ended("a"));
    for (let line = 0; line < 100; line += 1) {
      try {
        log.append({ ...ended("r"), effect: "read" });
      } catch {
        break;
      }
    }
    expect(() => log.append(started("b"))).toThrow("ENOSPC");
    disk.free = 1_000_000;
    log.append(started("c"));
    log.append(ended("c"));
    log.close();
  });

  it("holds no room while nothing is changed, and leaves none behind", () => {
    const log = new AuditLog(file, { sync: false });
    log.append({ ...ended("r"), effect: "read" });
    expect(existsSync(`${file}.reserve`)).toBe(false);
    log.append(started("a"));
    expect(statSync(`${file}.reserve`).size).toBeGreaterThan(0);
    log.close();
    expect(existsSync(`${file}.reserve`)).toBe(false);
  });
});
