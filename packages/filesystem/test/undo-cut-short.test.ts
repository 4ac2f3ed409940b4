import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Call } from "./stand/call-crashing.ts";
// biome-ignore lint/correctness/useImportExtensions: the script is no TypeScript, since --import loads it.
import { crash } from "./stand/crash-at-call.mjs";
import { crashCalls } from "./stand/crash-calls.ts";
import { forgetOwner } from "./stand/forget-owner.ts";
import { layForCrash } from "./stand/lay-for-crash.ts";
import { quickFolder } from "./stand/quick-folder.ts";
import { treeOf } from "./stand/tree-of.ts";

// After what stops it has taken hold of the system's calls.
const { openHere } = await import("./stand/open-here.ts");

afterAll(() => void crash.disarm());

const base = join(quickFolder(), "here");

/** Makes a change and begins to take it back, until the disk takes no more from a change on. */
async function cutShort(call: Call, at: number) {
  const stand = layForCrash(base);
  const before = treeOf(stand.root);
  const host = await openHere(stand.argv);
  const { structured } = await host.callTool(...call);
  const undo = () => host.callTool("fs_undo", { transaction: structured?.transaction });
  crash.arm("/", at);
  const first = await undo();
  return { ...stand, before, host, undo, first, isCut: crash.disarm() };
}

const callOf = (what: string) => new Map(crashCalls).get(what) as Call;
const edit = callOf("an edit of three files");
const copy = callOf("a copied folder");

describe.runIf(process.platform === "linux")("an undo that is cut short", () => {
  it.each([
    ["when it is asked for again", true],
    ["at the next change", false],
  ])("goes on %s, while the server runs", async (_, isAskedAgain) => {
    let cuts = 0;
    for (let [at, goesOn] = [isAskedAgain ? 1 : 2, true]; goesOn; at += 2) {
      const { root, before, host, undo, first, isCut } = await cutShort(edit, at);
      goesOn = isCut;
      if (first.isError && first.text.includes("cut short")) {
        cuts += 1;
        expect(first.text).toMatch(/call fs_undo with .* again/);
        const next = isAskedAgain ? await undo() : await host.callTool("fs_mkdir", { path: "folder" });
        // It may have failed after the very last step.
        if (next.isError) expect(next.text).toContain("taken back already");
        expect(treeOf(root), `cut at ${at}`).toEqual(before);
        expect((await host.callTool("fs_history")).text).not.toContain("unfinished");
      }
      await host.close();
    }
    expect(cuts).toBeGreaterThan(3);
  });

  it("deletes no folder that somebody changed before the next start looked at it", async () => {
    let found = 0;
    for (let [at, goesOn] = [1, true]; goesOn; at += 1) {
      const { root, argv, journal, before, host, isCut } = await cutShort(copy, at);
      goesOn = isCut;
      await host.close();
      forgetOwner(journal);
      const [hidden] = readdirSync(root).filter((name) => name.endsWith(".hidden"));
      // Each second time nobody changes anything.
      const isChanged = hidden !== undefined && at % 2 === 0;
      if (isChanged) writeFileSync(join(root, hidden, "mine"), "mine");
      await using next = await openHere(argv);
      await next.callTool("fs_history");
      const now = treeOf(root);
      expect(Object.keys(now).filter((path) => path.startsWith(".drawbridge"))).toEqual([]);
      if (isChanged) expect(now["copy/mine"]).toMatch(/mine$/);
      else if (hidden !== undefined) expect(now).toEqual(before);
      if (hidden !== undefined) found += 1;
    }
    expect(found).toBeGreaterThan(1);
  });
});
