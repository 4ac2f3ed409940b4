import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
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

describe("verifying", () => {
  it.each([
    ["a changed line", (text: string) => text.replace("succeeded", "refused!!")],
    ["a line taken out", (text: string) => text.split("\n").toSpliced(1, 1).join("\n")],
    [
      "lines in another order",
      (text: string) =>
        text
          .split("\n")
          .toSpliced(0, 2, ...text.split("\n").slice(0, 2).reverse())
          .join("\n"),
    ],
    ["a line put in", (text: string) => `${text.split("\n")[0]}\n${text}`],
    ["what is no JSON", (text: string) => `hello\n${text}`],
  ])("names the first line that does not hold: %s", async (_, change) => {
    write(4);
    writeFileSync(file, change(readFileSync(file, "utf8")));
    const { broken } = await verifyAudit(file);
    expect(broken).toMatchObject({ file, line: expect.any(Number), problem: expect.any(String) });
    expect(broken?.line).toBeLessThanOrEqual(2);
  });

  it("tells from the head that lines were cut from the end", async () => {
    write(4);
    writeFileSync(file, `${lines().slice(0, 2).join("\n")}\n`);
    expect(await verifyAudit(file)).toEqual({ lines: 2, broken: undefined, head: "lines are missing at the end" });
  });

  it("says so when there is no head to ask", async () => {
    write(1);
    rmSync(`${file}.head`);
    expect(await verifyAudit(file)).toMatchObject({ head: "not there" });
  });

  it.each([
    ["null", (text: string) => text.replace("\n", "\nnull\n"), "it is not a JSON object"],
    ["a number", (text: string) => text.replace("\n", "\n5\n"), "it is not a JSON object"],
    ["a list", (text: string) => text.replace("\n", "\n[]\n"), "it is not a JSON object"],
    ["an empty line", (text: string) => text.replace("\n", "\n\n"), "it is not a JSON object"],
    ["no hash", (text: string) => text.replace("\n", '\n{"seq":2}\n'), "it does not follow"],
  ])("names the line that is %s", async (_, change, problem) => {
    write(3);
    writeFileSync(file, change(readFileSync(file, "utf8")));
    expect((await verifyAudit(file)).broken).toMatchObject({ line: 2, problem: expect.stringContaining(problem) });
  });

  it.each(["\r", "\r\n", "\u2028", ""])("takes nothing but LF for a line end: %j", async (ending) => {
    write(3);
    writeFileSync(file, readFileSync(file, "utf8").replaceAll("\n", ending));
    expect((await verifyAudit(file)).broken).toMatchObject({ line: 1 });
  });

  it("takes a line that has what some take for a line end within", async () => {
    const log = new AuditLog(file, { sync: false });
    log.append({ ...event, principal: "a\u2028b\u2029c\u0085d" });
    log.close();
    expect(await verifyAudit(file)).toMatchObject({ lines: 1, broken: undefined });
  });

  it("names a last line without its end, and one longer than any may be", async () => {
    write(2);
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.slice(0, -1));
    expect((await verifyAudit(file)).broken).toMatchObject({
      line: 2,
      problem: expect.stringContaining("no line end"),
    });
    writeFileSync(file, `${text}${" ".repeat(3_000_000)}`);
    expect((await verifyAudit(file)).broken).toMatchObject({
      line: 3,
      problem: expect.stringContaining("no line end"),
    });
  });

  it("finds any byte that is another than was written", async () => {
    write(3);
    const bytes = readFileSync(file);
    const anotherByte = fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }));
    await fc.assert(
      fc.asyncProperty(anotherByte, async ([at, by]) => {
        const changed = Buffer.from(bytes);
        changed[at] = ((changed[at] ?? 0) + by) % 256;
        writeFileSync(file, changed);
        expect((await verifyAudit(file)).broken).toBeDefined();
      }),
    );
  });

  it("leaves alone what lies beside the file under a number and is no part of it", async () => {
    write(3);
    writeFileSync(`${file}.20240101`, "a backup");
    writeFileSync(`${file}.3`, readFileSync(file));
    mkdirSync(`${file}.2`);
    expect(await verifyAudit(file)).toEqual({ lines: 3, broken: undefined, head: "agrees" });
    write(9, 1000);
    expect(await verifyAudit(file)).toEqual({ lines: 12, broken: undefined, head: "agrees" });
  });

  it.each([
    ["changed", (text: string) => text.replace(/refused(?=[^\n]*\n$)/, "invalid"), "it was changed"],
    ["cut off", (text: string) => text.slice(0, text.lastIndexOf("\n", text.length - 2) + 1), "it should be number"],
    ["made unreadable", (text: string) => text.replace(/[^\n]*\n$/, "x\n"), "it is not a JSON object"],
  ])("tells that the last line of a file put aside was %s", async (_, change, problem) => {
    const log = new AuditLog(file, { sync: false, largestBytes: 1000 });
    for (let line = 0; line < 12; line += 1) log.append({ ...event, outcome: "refused" });
    log.close();
    const [part = ""] = readdirSync(folder).filter((name) => /\.\d+$/.test(name));
    writeFileSync(join(folder, part), change(readFileSync(join(folder, part), "utf8")));
    expect((await verifyAudit(file)).broken?.problem).toContain(problem);
  });

  it("tells that a file put aside is gone", async () => {
    write(12, 1000);
    for (const name of readdirSync(folder)) if (/\.\d+$/.test(name)) rmSync(join(folder, name));
    expect((await verifyAudit(file)).broken).toMatchObject({
      line: 1,
      problem: expect.stringMatching(/should be number 1/),
    });
  });

  it("tells from the head and from what was put aside that the file itself is gone", async () => {
    write(12, 1000);
    rmSync(file);
    expect(await verifyAudit(file)).toMatchObject({ broken: undefined, head: "lines are missing at the end" });
  });
});
