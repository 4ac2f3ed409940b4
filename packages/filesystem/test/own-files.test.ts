import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import type { Host } from "@drawbridge/testkit";
import { beforeAll, describe, expect, it } from "vitest";
import { plant } from "./stand/plant.ts";
import { serveHere } from "./stand/serve-here.ts";
import { temporaryFolder } from "./stand/temporary-folder.ts";

const base = temporaryFolder();
const root = join(base, "root");
const config = join(root, "conf/drawbridge.yaml");
let host: Host;

beforeAll(async () => {
  plant(root, {
    "conf/drawbridge.yaml": `roots: ["${root}:full"]\n`,
    "logs/other.jsonl": "{}\n",
    "plain.txt": "plain\n",
  });
  symlinkSync("conf/drawbridge.yaml", join(root, "linked.yaml"));
  const options = ["--config", join(root, "linked.yaml"), "--audit-log", join(root, "logs/audit.jsonl")];
  const lifted = ["--protect", "!**", "--confirm", "never", "--journal", join(base, "journal")];
  host = await serveHere(...options, ...lifted);
});

const write = (path: string, mode: string) => ["fs_write", { path, content: "x", mode }] as const;

describe("what a server is governed by, and what tells of its calls,", () => {
  it.each<readonly [string, Readonly<Record<string, unknown>>]>([
    write("conf/drawbridge.yaml", "overwrite"),
    write("linked.yaml", "append"),
    ["fs_delete", { path: "linked.yaml" }],
    ["fs_edit", { edits: [{ path: "conf/drawbridge.yaml", old: "full", new: "read" }] }],
    ["fs_move", { from: "plain.txt", to: "conf/drawbridge.yaml", overwrite: true }],
    ["fs_move", { from: "conf", to: "elsewhere" }],
    write("logs/audit.jsonl", "overwrite"),
    write("logs/audit.jsonl.head", "overwrite"),
    ["fs_delete", { path: "logs/audit.jsonl" }],
    ["fs_delete", { path: "logs", recursive: true }],
  ])("is changed by no call, whatever --protect lifts: %s %j", async (tool, input) => {
    const before = readFileSync(config, "utf8");
    expect((await host.callTool(tool, input)).meta.code).toBe("refused");
    expect(readFileSync(config, "utf8")).toBe(before);
    expect(readFileSync(join(root, "logs/audit.jsonl"), "utf8")).toMatch(/^\{"seq":/);
  });

  it("may be read, and what stands beside it is changed", async () => {
    expect((await host.callTool("fs_read", { path: "conf/drawbridge.yaml" })).isError).toBe(false);
    for (const [tool, input] of [write("conf/other.yaml", "create"), write("logs/other.jsonl", "append")])
      expect((await host.callTool(tool, input)).isError).toBe(false);
  });
});
