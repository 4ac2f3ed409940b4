import { readdirSync } from "node:fs";
import { join } from "node:path";
import { ConnectorError } from "@drawbridge/core";
import { describe, expect, it } from "vitest";
import { openRegular } from "../src/reading/open-regular.ts";
import { openFiles } from "./stand/open-files.ts";
import { serveBuilt } from "./stand/serve-built.ts";
import { startSwapping } from "./stand/start-swapping.ts";
import { temporaryFolder } from "./stand/temporary-folder.ts";

const openDescriptors = () => readdirSync("/proc/self/fd").length;

/** What a swap can be answered with; `internal` is not among them. */
const expectedCodes = ["refused", "not_found", "conflict"];

describe.runIf(process.platform === "linux")("a folder that is swapped for a link to the outside", () => {
  it("never lets a read out of the root in 20,000, and lets some succeed", async () => {
    const base = temporaryFolderOf("library");
    await using swapped = await startSwapping(base);
    const files = openFiles([swapped.root]);
    const before = openDescriptors();
    let inside = 0;
    let refused = 0;
    for (let round = 0; round < 20_000; round += 1) {
      try {
        using opened = openRegular(files, "dir/file");
        const text = (await opened.read(0, 4096)).toString();
        if (text !== "INSIDE") throw new Error(`Escaped in round ${round}: ${text.slice(0, 20)}`);
        inside += 1;
      } catch (error) {
        if (!ConnectorError.is(error)) throw error;
        expect(expectedCodes).toContain(error.code);
        refused += 1;
      }
    }
    expect(inside).toBeGreaterThan(100);
    expect(refused).toBeGreaterThan(100);
    expect(openDescriptors()).toBe(before);
  }, 60_000);

  it("never lets a tool of the built server out in 2,000 calls of each, and lets some of each succeed", async () => {
    const base = temporaryFolderOf("server");
    await using swapped = await startSwapping(base);
    const host = await serveBuilt([swapped.root]);
    const calls = [
      ["fs_read", { path: "dir/file" }],
      ["fs_read_many", { paths: ["dir/file", "dir/sub/file"] }],
      ["fs_list", { path: ".", depth: 2 }],
      ["fs_list", { path: "dir", depth: 2 }],
      ["fs_find", { path: ".", glob: "**/*" }],
      ["fs_stat", { path: "dir/file", hash: true }],
    ] as const;
    const inside = calls.map(() => 0);
    const codes = new Set<unknown>();
    for (let round = 0; round < 2000; round += 1) {
      const answers = await Promise.all(calls.map(([tool, input]) => host.callTool(tool, input)));
      for (const [index, { isError, text, meta }] of answers.entries()) {
        expect(text).not.toMatch(/OUTSIDE|outside-only|"size":700/);
        if (isError) codes.add(meta.code);
        else inside[index] = (inside[index] ?? 0) + 1;
      }
    }
    for (const count of inside) expect(count).toBeGreaterThan(10);
    for (const code of codes) expect(expectedCodes).toContain(code);
  }, 60_000);
});

const shared = temporaryFolder();

function temporaryFolderOf(name: string): string {
  return join(shared, name);
}
