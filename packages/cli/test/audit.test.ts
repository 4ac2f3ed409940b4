import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type AuditEvent, AuditLog } from "@drawbridge/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Person } from "./person/person.ts";

const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
const processes = { timeout: 120_000 };

let person: Person;
let log: AuditLog;
beforeEach(() => {
  person = new Person();
  log = new AuditLog(person.path("audit.jsonl"), { sync: false });
});
afterEach(() => {
  log.close();
  person.remove();
});

const base = { principal: "local", operation: "tool fs_read", effect: "read", arguments: "" } as const;

function ended(call: string, more: Partial<AuditEvent> = {}): void {
  log.append({ ...base, event: "ended", call, outcome: "succeeded", duration: 5, bytes: 10, ...more });
}

describe("drawbridge audit stats", processes, () => {
  it("counts outcomes and durations by tool and principal", async () => {
    for (let index = 0; index < 20; index += 1) ended(`r${index}`, { duration: index + 1 });
    ended("w1", { operation: "tool fs_write", effect: "write", principal: "ada", outcome: "failed", code: "conflict" });
    log.append({
      ...base,
      event: "started",
      call: "w2",
      operation: "tool fs_write",
      effect: "write",
      principal: "ada",
    });
    const { exitCode, stdout } = await person.drawbridge("audit", "stats", "audit.jsonl");
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/tool fs_read +local +20 +20 +0 +0 +0 +\d+(\.\d)? ms +\d+ ms +20 ms +200\n/);
    expect(stdout).toMatch(/tool fs_write +ada +1 +0 +1 +0 +0 /);
    expect(stdout).toContain("tool fs_write: conflict 1 times");
    expect(stdout).toContain("1 begun and never ended");
    const json = JSON.parse(
      (await person.drawbridge("audit", "stats", "audit.jsonl", "--json", "--since", "2h")).stdout,
    );
    expect(json[0]).toMatchObject({ operation: "tool fs_read", calls: 20, outcomes: { succeeded: 20 }, bytes: 200 });
    expect((await person.drawbridge("audit", "stats", "audit.jsonl", "--since", "2999-01-01")).stdout).toBe(
      "No call is recorded.\n",
    );
  });

  it.each([
    [["audit", "stats"], "takes one file"],
    [["audit", "stats", "none"], "does not exist"],
    [["audit", "stats", "audit.jsonl", "--since", "yesterday"], "write a date"],
    [["audit", "tail", "audit.jsonl", "--lines", "many"], "a whole number"],
    [["audit"], "audit is followed by one of verify, tail, stats"],
    [["audit", "stat", "x"], "did you mean drawbridge audit stats?"],
  ])("is called wrongly with %j, and says how it is called", async (argv, hint) => {
    const { exitCode, stderr } = await person.drawbridge(...argv);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(hint)]);
  });
});

describe("drawbridge audit tail", processes, () => {
  it("shows the latest lines for a person, through files that were put aside", async () => {
    for (let index = 0; index < 5; index += 1) ended(`r${index}`, { operation: `tool t${index}` });
    ended("w", {
      operation: "tool fs_write",
      effect: "write",
      outcome: "refused",
      code: "needs_confirmation",
      principal: "ada",
    });
    const { stdout } = await person.drawbridge("audit", "tail", "audit.jsonl", "--lines", "2", "--no-follow");
    expect(stdout.trim().split("\n")).toEqual([
      expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ {2}succeeded {2}tool t4 +5 ms$/),
      expect.stringMatching(/refused {4}tool fs_write +write, needs_confirmation, 5 ms, by ada$/),
    ]);
    const json = await person.drawbridge("audit", "tail", "audit.jsonl", "--lines", "1", "--no-follow", "--json");
    expect(JSON.parse(json.stdout)).toMatchObject({ seq: 6, operation: "tool fs_write" });
  });

  it("ends well where nobody reads it to its end, as behind head", async () => {
    for (let index = 0; index < 3000; index += 1) ended(`r${index}`, { operation: `tool t${index}` });
    const file = person.path("audit.jsonl");
    const child = spawn(process.execPath, [cli, "audit", "tail", file, "--lines", "3000", "--no-follow"]);
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.stdout.destroy();
    expect([await once(child, "close"), stderr]).toEqual([[0, null], ""]);
  });

  it("refuses a file that is no audit log, which would tell nothing for ever", async () => {
    writeFileSync(person.path("notes.txt"), "milk\n");
    const { exitCode, stderr } = await person.drawbridge("audit", "tail", "notes.txt");
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining("notes.txt is no audit log")]);
    writeFileSync(person.path("new.jsonl"), "");
    expect((await person.drawbridge("audit", "tail", "new.jsonl", "--no-follow")).exitCode).toBe(0);
  });

  it("follows those that come, until it is ended", async () => {
    ended("first", { operation: "tool before" });
    const child = spawn(process.execPath, [cli, "audit", "tail", person.path("audit.jsonl")], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let seen = "";
    const sees = async (text: string) => {
      while (!seen.includes(text)) seen += String((await once(child.stdout, "data"))[0]);
    };
    await sees("tool before");
    ended("second", { operation: "tool after" });
    await sees("tool after");
    ended("third", { operation: "tool last" });
    await sees("tool last");
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
    expect(seen.trim().split("\n")).toHaveLength(3);
  });
});
