import { chmodSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { plant } from "../../test/stand/plant.ts";
import { temporaryFolder } from "../../test/stand/temporary-folder.ts";
import { journalFindings } from "./journal-findings.ts";

const base = temporaryFolder();
plant(base, { "work/a.md": "", file: "" });
const work = { path: join(base, "work"), access: "write" } as const;

const found = (folder: string | undefined, root = work) => [...journalFindings(folder, [root])];

function made(name: string, mode = 0o700): string {
  const folder = join(base, name);
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, mode);
  return folder;
}

describe("journalFindings", () => {
  it("says where the journal will be made, and does not make it", () => {
    const folder = join(base, "state", "transactions");
    expect(found(folder)).toEqual([{ level: "ok", title: `The journal will be made at ${folder}` }]);
    expect(existsSync(join(base, "state"))).toBe(false);
  });

  it("tells how many transactions it keeps, and in how many bytes", () => {
    const folder = made("kept");
    plant(folder, { "1.done": "12345", "1.0": "123", "2.undone": "12" });
    expect(found(folder)).toEqual([{ level: "ok", title: `The journal ${folder} keeps 2 transactions, in 10 bytes` }]);
  });

  it.each(["open", "clearing", "undoing"])("warns of a transaction that is %s", (state) => {
    const folder = made(`left-${state}`);
    writeFileSync(join(folder, `1.${state}`), "");
    expect(found(folder)).toMatchObject([
      { level: "ok" },
      {
        level: "warning",
        title: "Unfinished transactions in the journal: 1",
        remedy: expect.stringContaining("Start"),
      },
    ]);
  });

  it.skipIf(process.platform === "win32")("finds that others may read it", () => {
    expect(found(made("open", 0o750))).toMatchObject([
      {
        level: "problem",
        title: expect.stringContaining("read by others"),
        remedy: expect.stringContaining("chmod 700"),
      },
    ]);
  });

  it("finds that there can be none: without a home, at a file, below a file", () => {
    expect(found(undefined)).toMatchObject([{ level: "problem", remedy: "--journal <dir>" }]);
    for (const path of ["file", "file/transactions"])
      expect(found(join(base, path))).toMatchObject([
        { level: "problem", title: expect.stringContaining("no folder"), remedy: expect.stringContaining("--journal") },
      ]);
  });

  it("notes a journal inside a root, and none beside it", () => {
    expect(found(made("work/journal"))).toMatchObject([
      { level: "ok" },
      { level: "note", title: expect.stringContaining("kept shut") },
    ]);
    expect(found(made("work-journal"))).toMatchObject([{ level: "ok" }]);
  });

  it.runIf(existsSync("/proc/self"))("notes a journal on another disk than a root", () => {
    expect(found(made("near"), { path: "/proc", access: "write" } as never)).toMatchObject([
      { level: "ok" },
      { level: "note", title: "The journal lies on another disk than the root /proc" },
    ]);
  });

  it("leaves a root that is not there to others", () => {
    expect(found(made("near"), { path: join(base, "gone"), access: "write" })).toMatchObject([{ level: "ok" }]);
  });
});
