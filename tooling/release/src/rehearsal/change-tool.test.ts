import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { workspaceRoot } from "../published/workspace-root.ts";
import { changedWords, changeTool } from "./change-tool.ts";

const folder = mkdtempSync(join(tmpdir(), "drawbridge-change-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("changes what one tool of the filesystem says of itself, and nothing else", () => {
  const from = join(workspaceRoot, "packages", "filesystem", "src", "tools");
  const to = join(folder, "src", "tools");
  cpSync(from, to, { recursive: true });
  expect(changeTool(folder)).toMatch(/^fs_\w+$/);
  const changed = readdirSync(to, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => [readFileSync(join(from, name), "utf8"), readFileSync(join(to, name), "utf8")] as const)
    .filter(([before, after]) => before !== after);
  expect(changed).toHaveLength(1);
  for (const [before, after] of changed) expect(after.replace(changedWords, "")).toBe(before);
});

it("says so where there is no tool to change", () => {
  const empty = mkdtempSync(join(folder, "empty-"));
  cpSync(join(workspaceRoot, "LICENSE"), join(empty, "src", "tools", "LICENSE"));
  expect(() => changeTool(empty)).toThrow("No file");
});
