import { appendFileSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sha256 } from "../digest/sha256.ts";
import type { AuditEvent } from "./audit-event.ts";
import { AuditLog } from "./audit-log.ts";
import { nextLine } from "./chain.ts";
import { verifyAudit } from "./verify-audit.ts";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "audit-resume-"));
  file = join(folder, "audit.jsonl");
});
afterEach(() => rmSync(folder, { recursive: true }));

const event: AuditEvent = {
  ...{ event: "ended", call: "c-1", principal: "local", operation: "tool shelf_read" },
  ...{ effect: "read", arguments: "", outcome: "succeeded" },
};

function write(lines: number, largestBytes = 1_000_000): void {
  const log = new AuditLog(file, { sync: false, largestBytes });
  try {
    for (let line = 0; line < lines; line += 1) log.append(event);
  } finally {
    log.close();
  }
}

const lines = () => readFileSync(file, "utf8").trimEnd().split("\n");

/** As somebody does who knows how the chain is made. */
function forge(line: string): string {
  const unhashed = `${line.replace("succeeded", "refused").slice(0, line.indexOf(',"hash"') - 2)}}`;
  return `${unhashed.slice(0, -1)},"hash":"${sha256(unhashed)}"}`;
}

function forgeLast(): void {
  writeFileSync(file, `${[...lines().slice(0, -1), forge(lines().at(-1) ?? "")].join("\n")}\n`);
}

describe("an audit log whose end was changed", () => {
  it("does not open when its last line was rewritten with a hash that fits, and is left as it is", async () => {
    write(3);
    forgeLast();
    const before = readFileSync(file, "utf8");
    expect(() => write(1)).toThrow("line 3 was changed: its head knows it with another hash");
    expect(readFileSync(file, "utf8")).toBe(before);
    expect((await verifyAudit(file)).broken).toMatchObject({ line: 3, problem: expect.stringContaining("the head") });
  });

  it("does not open either when a line was then added behind the head", async () => {
    write(3);
    forgeLast();
    const { seq, hash } = JSON.parse(lines().at(-1) ?? "");
    appendFileSync(file, `${nextLine({ seq, hash }, event, new Date()).text}\n`);
    expect(() => write(1)).toThrow("line 3 was changed");
    expect((await verifyAudit(file)).broken).toMatchObject({ line: 3 });
  });

  it("opens where a crash left the head some lines behind, in this file or the one put aside", async () => {
    write(3);
    const behind = readFileSync(`${file}.head`, "utf8");
    write(2);
    writeFileSync(`${file}.head`, behind);
    write(5, 200);
    writeFileSync(`${file}.head`, behind);
    write(1);
    expect(await verifyAudit(file)).toEqual({ lines: 11, broken: undefined, head: "agrees" });
  });

  it("does not lose what a torn end tells when it does not open", () => {
    write(3);
    writeFileSync(file, `${lines().slice(0, 2).join("\n")}\n${lines()[2]?.slice(0, 30)}`);
    const before = readFileSync(file, "utf8");
    expect(() => write(1)).toThrow("lines are missing");
    expect(readFileSync(file, "utf8")).toBe(before);
  });
});

describe("an audit log whose server crashed while it put the file aside", () => {
  const crashes: [string, () => void][] = [
    ["before the next file was there", () => {}],
    ["before the first line of the next", () => writeFileSync(file, "")],
    ["within the first line of the next", () => writeFileSync(file, '{"seq":21,"time":"2026-')],
  ];

  it.each(crashes)("goes on with the chain: %s", async (_, crash) => {
    write(20);
    renameSync(file, `${file}.20`);
    crash();
    write(2);
    expect(lines().map((line) => JSON.parse(line).seq)).toEqual([21, 22]);
    expect(await verifyAudit(file)).toEqual({ lines: 22, broken: undefined, head: "agrees" });
  });

  it.each(crashes)("does not when the file that was put aside is not the one that the head knows: %s", (_, crash) => {
    write(20);
    forgeLast();
    renameSync(file, `${file}.20`);
    crash();
    expect(() => write(1)).toThrow("line 20 was changed");
  });

  it("does not when lines are missing there", () => {
    write(20);
    writeFileSync(`${file}.19`, `${lines().slice(0, 19).join("\n")}\n`);
    rmSync(file);
    expect(() => write(1)).toThrow("it ends with line 19, and its head knows of 20");
    expect(existsSync(file)).toBe(false);
  });

  it("keeps the file under its name where it cannot be put aside, and overwrites nobody's", async () => {
    write(3);
    writeFileSync(`${file}.3`, "somebody's own");
    expect(() => write(1, 10)).toThrow("there is such a file already");
    expect(readFileSync(`${file}.3`, "utf8")).toBe("somebody's own");
    rmSync(`${file}.3`);
    write(1, 10);
    expect(await verifyAudit(file)).toMatchObject({ lines: 4, broken: undefined });
  });
});
