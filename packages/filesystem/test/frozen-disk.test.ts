import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Call } from "./stand/call-crashing.ts";
// biome-ignore lint/correctness/useImportExtensions: the script is no TypeScript, since --import loads it.
import { crash } from "./stand/crash-at-call.mjs";
import { crashCalls } from "./stand/crash-calls.ts";
import { forgetOwner } from "./stand/forget-owner.ts";
import { type CrashStand, layForCrash } from "./stand/lay-for-crash.ts";
import { quickFolder } from "./stand/quick-folder.ts";
import { temporaryFolder } from "./stand/temporary-folder.ts";
import { treeOf } from "./stand/tree-of.ts";

// After what stops it has taken hold of the system's calls.
const { openHere } = await import("./stand/open-here.ts");
const { lookAround } = await import("./stand/look-around.ts");

afterAll(() => void crash.disarm());

interface Frozen {
  lay(): CrashStand;
  /** All folders that are looked at; the root alone without it. */
  readonly all?: readonly string[];
  /** What is done before. Returns what is given to the call. */
  before?(stand: CrashStand): Promise<Readonly<Record<string, unknown>>>;
}

async function make(argv: readonly string[], [name, input]: Call): Promise<Readonly<Record<string, unknown>>> {
  await using host = await openHere(argv);
  const { isError, text, structured } = await host.callTool(name, input);
  if (isError) throw new Error(text);
  return structured ?? {};
}

/**
 * Stops at each change of a call, or at some.
 *
 * @param step from one change that is stopped at to the next; with 5, each change of the start after that is stopped at too
 */
async function stopEverywhere({ lay, all, before }: Frozen, [name, input]: Call, step = 1): Promise<number> {
  const prepare = async () => {
    const stand = lay();
    return { stand, given: { ...input, ...(await before?.(stand)) } };
  };
  const trees = (stand: CrashStand) => (all ?? [stand.root]).map(treeOf);
  const { stand, given } = await prepare();
  const old = trees(stand);
  await make(stand.argv, [name, given]);
  const states = [old, trees(stand)];
  const stopped = async (at: number, again: number) => {
    const next = await prepare();
    crash.arm("/", at);
    const failed = await make(next.stand.argv, [name, next.given]).catch((error: unknown) => error);
    const isCrashed = crash.disarm();
    if (!isCrashed) expect(failed).not.toBeInstanceOf(Error);
    forgetOwner(next.stand.journal);
    let isCrashedAgain = false;
    if (again > 0) {
      crash.arm("/", again);
      await make(next.stand.argv, ["fs_history", {}]).catch(() => {});
      isCrashedAgain = crash.disarm();
      forgetOwner(next.stand.journal);
    }
    const now = await lookAround(next.stand, all ?? [next.stand.root]);
    expect(states, `stopped at ${at}, then at ${again}`).toContainEqual(now);
    if (!isCrashed) expect(now).toEqual(states[1]);
    return { isCrashed, isCrashedAgain };
  };
  let points = 0;
  for (let [at, isCrashed] = [1, true]; isCrashed; at += step) {
    ({ isCrashed } = await stopped(at, 0));
    points += 1;
    for (let [again, goesOn] = [1, step === 5 && isCrashed]; goesOn; again += 1) {
      ({ isCrashedAgain: goesOn } = await stopped(at, again));
      points += 1;
    }
  }
  return points;
}

describe.runIf(process.platform === "linux")(
  "a disk that takes no more from one change on",
  { timeout: 60_000 },
  () => {
    const folder = quickFolder();
    const base = join(folder, "here");
    const elsewhere = temporaryFolder();

    it.each(crashCalls)("has all as before or all done at the next start: %s", async (_what, call) => {
      expect(await stopEverywhere({ lay: () => layForCrash(base) }, call)).toBeGreaterThan(5);
    });

    it.each(crashCalls.filter((_, index) => [2, 4, 9].includes(index)))(
      "has so too where the start after that is stopped: %s",
      async (_what, call) => {
        expect(await stopEverywhere({ lay: () => layForCrash(base) }, call, 5)).toBeGreaterThan(10);
      },
    );

    it.each(crashCalls)("has all done or all taken back when that is stopped: %s", async (_what, call) => {
      const before = async ({ argv }: CrashStand) => ({ transaction: (await make(argv, call)).transaction });
      await stopEverywhere({ lay: () => layForCrash(base), before }, ["fs_undo", {}]);
    });

    const other = join(elsewhere, "other");
    const journal = join(elsewhere, "journal");
    it.each<readonly [string, Call]>([
      ["a folder that moves", ["fs_move", { from: "folder", to: join(other, "folder") }]],
      [
        "a file that moves over another",
        ["fs_move", { from: "lf.txt", to: join(other, "there.txt"), overwrite: true }],
      ],
    ])("has so across two disks: %s", async (_what, call) => {
      const frozen = { lay: () => layForCrash(base, journal, [other]), all: [join(base, "root"), other] };
      await stopEverywhere(frozen, call, 2);
      const before = async ({ argv }: CrashStand) => ({ transaction: (await make(argv, call)).transaction });
      await stopEverywhere({ ...frozen, before }, ["fs_undo", {}], 3);
    });
  },
);
