import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "@drawbridge/core";
import { afterEach, describe, expect, it, vi } from "vitest";
import { asNobody } from "../../test/stand/as-nobody.ts";
import { plant } from "../../test/stand/plant.ts";
import { temporaryFolder } from "../../test/stand/temporary-folder.ts";
import { rootFindings } from "./root-findings.ts";

const base = temporaryFolder();
plant(base, { "me/notes/a.md": "A", "file.txt": "" });
const me = join(base, "me");
const notes = join(me, "notes");
afterEach(() => vi.unstubAllEnvs());

const found = (path: string, access: "read" | "write" | "full" = "read"): Finding[] => [
  ...rootFindings({ path, access }),
];
const graveness = (findings: readonly Finding[]) => findings.map(({ level }) => level);

describe("rootFindings", () => {
  it("is content with a folder that can be read, and written where that is granted", () => {
    expect(found(notes)).toEqual([
      { level: "ok", title: `The root ${notes} can be served (read)`, detail: "Files and folders in it: 1" },
    ]);
    expect(graveness(found(notes, "full"))).toEqual(["ok"]);
  });

  it("finds that a root is missing or no folder, and goes no further", () => {
    expect(found(join(me, "nots"))).toMatchObject([
      { level: "problem", title: expect.stringContaining(notes), remedy: expect.stringContaining("mkdir -p") },
    ]);
    expect(found(join(base, "file.txt"))).toMatchObject([
      { level: "problem", title: expect.stringContaining("is a file") },
    ]);
  });

  it("warns of a home directory, and of a folder that holds it, but not of a folder in it", () => {
    vi.stubEnv("HOME", me);
    vi.stubEnv("USERPROFILE", me);
    expect(found(me)).toMatchObject([{ level: "warning", title: expect.stringContaining("is a whole home") }, {}]);
    expect(found(base)).toMatchObject([{ level: "warning", title: expect.stringContaining("holds home") }, {}]);
    expect(graveness(found(notes))).toEqual(["ok"]);
  });

  it("warns of a whole disk", () => {
    expect(found("/")).toContainEqual(
      expect.objectContaining({ level: "warning", title: expect.stringContaining("is a whole disk") }),
    );
  });

  it.skipIf(process.platform === "win32")("finds what this user may not read", async () => {
    const shut = join(base, "shut");
    mkdirSync(shut);
    chmodSync(shut, 0o000);
    await asNobody(base, async () => {
      expect(found(shut)).toMatchObject([
        {
          level: "problem",
          title: expect.stringContaining("may not be read"),
          remedy: expect.stringContaining("user"),
        },
      ]);
    });
    chmodSync(shut, 0o755);
  });

  it.skipIf(process.platform === "win32")("warns of what cannot be written, where that is granted", () => {
    // Folders that nobody can write to, root included.
    const readOnly = process.platform === "linux" ? "/proc/sys" : "/System";
    expect(found(readOnly, "write")[0]).toMatchObject({
      level: "warning",
      remedy: expect.stringContaining(`Grant ${readOnly}:read`),
    });
    expect(graveness(found(readOnly))).not.toContain("warning");
  });
});
