import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { bundleChange } from "./stand/bundle-change.ts";
import { type Call, callCrashing } from "./stand/call-crashing.ts";
import { changeCrashing } from "./stand/change-crashing.ts";
import { crashCalls } from "./stand/crash-calls.ts";
import { type CrashStand, layForCrash } from "./stand/lay-for-crash.ts";
import { lookAround } from "./stand/look-around.ts";
import { openHere } from "./stand/open-here.ts";
import { quickFolder } from "./stand/quick-folder.ts";
import { treeOf } from "./stand/tree-of.ts";

/** Every change of each call is stopped at in frozen-disk.test.ts; a process is killed at some of them, from one to the next this far apart. */
const apart = 20;

const edit: Call = ["fs_edit", { edits: ["lf.txt", "crlf.txt"].map((path) => ({ path, old: "two", new: "deux" })) }];

describe.runIf(process.platform === "linux")("a process that is killed", { timeout: 240_000 }, () => {
  const folder = quickFolder();
  let script = "";
  beforeAll(async () => {
    script = await bundleChange(folder);
  });

  interface Killing {
    readonly first?: number;
    readonly step?: number;
    /** What is done before. Returns what is given to the call. */
    before?(stand: CrashStand): Promise<Readonly<Record<string, unknown>>>;
  }

  /** Kills at one change on the disk after another. Returns how often. */
  async function killEverywhere(base: string, [tool, input]: Call, { first = 1, step = 1, before }: Killing = {}) {
    const lay = async () => {
      const stand = layForCrash(base);
      const given = await before?.(stand);
      return { stand, old: [treeOf(stand.root)], call: [tool, { ...input, ...given }] as const };
    };
    const { stand, old, call } = await lay();
    await make(stand, call);
    const states = [old, [treeOf(stand.root)]];
    let kills = 0;
    for (let [at, isSurvived] = [first, false]; !isSurvived; at += step) {
      const next = await lay();
      isSurvived = await changeCrashing(script, next.stand, next.call, at);
      const now = await lookAround(next.stand);
      expect(states, `killed at ${at}`).toContainEqual(now);
      if (isSurvived) expect(now).toEqual(states[1]);
      else kills += 1;
    }
    return kills;
  }

  it.concurrent("at any step of an edit of two files leaves all as before or all done, once it starts again", async () => {
    expect(await killEverywhere(join(folder, "edit"), edit)).toBeGreaterThan(20);
  });

  it.concurrent("at any step of the undo of that leaves all done or all taken back", async () => {
    const before = (stand: CrashStand) => make(stand, edit);
    expect(await killEverywhere(join(folder, "undo"), ["fs_undo", {}], { before })).toBeGreaterThan(10);
  });

  it.concurrent.each(crashCalls.map((entry, index) => [...entry, index % apart] as const))(
    "in a change leaves all as before or all done too: %s",
    async (what, call, first) => {
      await killEverywhere(join(folder, what.replaceAll(" ", "-")), call, { first: 1 + first, step: apart });
    },
  );

  it("as a server, and in mending what that left, leaves the rest to the next start", async () => {
    const [, call] = crashCalls[0] ?? [];
    if (call === undefined) throw new Error("There are no calls");
    const base = join(folder, "mending");
    const stand = layForCrash(base);
    const old = [treeOf(stand.root)];
    await make(stand, call);
    const states = [old, [treeOf(stand.root)]];
    let isSurvived = false;
    for (let at = 1; !isSurvived; at += 4) {
      const { argv } = layForCrash(base);
      // Two files have their new content then, and the third has not.
      expect(await callCrashing(argv, { under: base, at: 29 }, call)).toBe(false);
      isSurvived = await callCrashing(argv, { under: base, at }, ["fs_history", {}]);
      expect(states).toContainEqual(await lookAround(stand));
    }
  });
});

/** Returns what is given to fs_undo. */
async function make({ argv }: CrashStand, [name, input]: Call): Promise<Readonly<Record<string, unknown>>> {
  await using host = await openHere(argv);
  const { isError, text, structured } = await host.callTool(name, input);
  if (isError) throw new Error(text);
  return { transaction: structured?.transaction };
}
