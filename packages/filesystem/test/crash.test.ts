import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { callCrashing } from "./stand/call-crashing.ts";
import { crashCalls } from "./stand/crash-calls.ts";
import { layForCrash } from "./stand/lay-for-crash.ts";
import { lookAround } from "./stand/look-around.ts";
import { openHere } from "./stand/open-here.ts";
import { quickFolder } from "./stand/quick-folder.ts";
import { treeOf } from "./stand/tree-of.ts";

/** Every change of each call is stopped at in frozen-disk.test.ts; a process is killed at some of them, from one to the next this far apart. */
const apart = 7;

describe.runIf(process.platform === "linux")("a server that is killed", { timeout: 60_000 }, () => {
  const folder = quickFolder();

  it.concurrent.each(crashCalls.map((entry, index) => [...entry, index % apart] as const))(
    "in a change leaves all as before or all done, once it starts again: %s",
    async (what, call, first) => {
      const base = join(folder, what.replaceAll(" ", "-"));
      const states = await statesOf(base, call);
      let isSurvived = false;
      for (let at = 1 + first; !isSurvived; at += apart) {
        const stand = layForCrash(base);
        isSurvived = await callCrashing(stand.argv, { under: base, at }, call);
        const now = await lookAround(stand);
        expect(states, `killed at ${at}`).toContainEqual(now);
        if (isSurvived) expect(now).toEqual(states[1]);
      }
    },
  );

  it("while it mends what a crash left leaves that to the next start", async () => {
    const [, call] = crashCalls[0] ?? [];
    if (call === undefined) throw new Error("There are no calls");
    const base = join(folder, "mending");
    const states = await statesOf(base, call);
    let isSurvived = false;
    for (let at = 1; !isSurvived; at += 4) {
      const stand = layForCrash(base);
      // Two files have their new content then, and the third has not.
      expect(await callCrashing(stand.argv, { under: base, at: 29 }, call)).toBe(false);
      isSurvived = await callCrashing(stand.argv, { under: base, at }, ["fs_history", {}]);
      expect(states).toContainEqual(await lookAround(stand));
    }
  });
});

async function statesOf(base: string, [name, input]: (typeof crashCalls)[number][1]) {
  const stand = layForCrash(base);
  const old = [treeOf(stand.root)];
  await using host = await openHere(stand.argv);
  expect((await host.callTool(name, input)).isError).toBe(false);
  return [old, [treeOf(stand.root)]];
}
