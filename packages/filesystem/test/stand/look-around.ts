import { readdirSync } from "node:fs";
import { expect } from "vitest";
import type { CrashStand } from "./lay-for-crash.ts";
import { openHere } from "./open-here.ts";
import { treeOf } from "./tree-of.ts";

/** Starts over what a crash left, makes a few calls, checks that nothing of it is left, and returns what is there. */
export async function lookAround(
  { root, argv, journal }: CrashStand,
  all: readonly string[] = [root],
): Promise<readonly unknown[]> {
  await using host = await openHere(argv);
  expect((await host.listTools()).length).toBeGreaterThan(10);
  expect((await host.callTool("fs_read", { path: "crlf.txt" })).isError).toBe(false);
  const { structured } = await host.callTool("fs_history");
  expect(JSON.stringify(structured)).not.toContain("unfinished");
  expect(namesIn(all, /\.drawbridge-/)).toEqual([]);
  expect(namesIn([journal], /\.(?:open|clearing|undoing)$/)).toEqual([]);
  return all.map(treeOf);
}

function namesIn(folders: readonly string[], pattern: RegExp): string[] {
  return folders
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }))
    .filter((name) => pattern.test(name));
}
