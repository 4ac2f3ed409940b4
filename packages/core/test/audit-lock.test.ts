import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { verifyAudit } from "../src/audit/verify-audit.ts";

const program = fileURLToPath(new URL("process/hold-audit.mjs", import.meta.url));

let folder: string;
let file: string;
let running: ChildProcess[];
let ends: Promise<unknown>[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "audit-race-"));
  file = join(folder, "audit.jsonl");
  running = [];
  ends = [];
});
afterEach(() => {
  for (const child of running) child.kill("SIGKILL");
  rmSync(folder, { recursive: true });
});

/** What each of four processes says that open the file in the same moment. */
async function fourAtOnce(): Promise<string[]> {
  running = Array.from({ length: 4 }, () => spawn(process.execPath, [program, file]));
  ends = running.map((child) => once(child, "exit"));
  await allSay();
  const moment = Date.now() + 20;
  for (const { stdin } of running) stdin?.write(`${moment}`);
  return allSay();
}

function allSay(): Promise<string[]> {
  return Promise.all(
    running.map(async ({ stdout }) => String((await once(stdout as NodeJS.ReadableStream, "data"))[0])),
  );
}

async function letGo(): Promise<void> {
  for (const { stdin } of running) stdin?.on("error", () => {}).end("\n");
  await Promise.all(ends);
}

describe("processes that open one audit log in the same moment", { timeout: 60_000 }, () => {
  const before: [string, () => void][] = [
    ["a file of nobody's", () => {}],
    ["the lock of a process that is gone", () => writeFileSync(`${file}.lock`, "999999999 1")],
    [
      "the lock of one that is gone, and of another that went while it took over",
      () => {
        writeFileSync(`${file}.lock`, "999999999 1");
        writeFileSync(`${file}.lock.999999999-1`, "999999998 1 x");
      },
    ],
  ];

  it.each(before)("are one that holds it and others that are refused: %s", async (_, prepare) => {
    for (let round = 0; round < 4; round += 1) {
      prepare();
      const said = await fourAtOnce();
      expect(said.filter((words) => words === "held\n")).toHaveLength(1);
      expect(said.filter((words) => words.includes("writes to it already"))).toHaveLength(3);
      await letGo();
      expect(await verifyAudit(file)).toMatchObject({ lines: 3 * (round + 1), broken: undefined, head: "agrees" });
    }
    expect(readdirSync(folder).sort()).toEqual(["audit.jsonl", "audit.jsonl.head"]);
  });

  it("leave a lock to the next when the one that holds it is killed", async () => {
    await fourAtOnce();
    for (const child of running) child.kill("SIGKILL");
    await Promise.all(ends);
    expect((await fourAtOnce()).filter((words) => words === "held\n")).toHaveLength(1);
    await letGo();
  });
});
