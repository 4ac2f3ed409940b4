import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Call, callCrashing } from "./stand/call-crashing.ts";
import { openHere } from "./stand/open-here.ts";
import { plant } from "./stand/plant.ts";
import { quickFolder } from "./stand/quick-folder.ts";
import { treeOf } from "./stand/tree-of.ts";

const lf = "one\ntwo\nthree\n";
const edit = (path: string) => ({ path, old: "two", new: "deux\nzwei" });
const backAndForth = [
  { path: "lf.txt", old: "two", new: "2" },
  { path: "lf.txt", old: "2", new: "two" },
];

/** Calls by what they do, and whether they can be taken back. */
const calls: ReadonlyArray<readonly [what: string, call: Call, undoes?: boolean]> = [
  ["an edit of three files", ["fs_edit", { edits: ["lf.txt", "crlf.txt", "private.txt"].map(edit) }]],
  [
    "an edit that leaves one of two files as it was",
    ["fs_edit", { edits: [...backAndForth, edit("crlf.txt")] }],
  ],
  ["a new file with its folders", ["fs_write", { path: "new/deep/file.txt", content: "new", parents: true }]],
  ["an overwritten file", ["fs_write", { path: "private.txt", content: "other", mode: "overwrite" }]],
  ["a file that is written over with the same", ["fs_write", { path: "private.txt", content: lf, mode: "overwrite" }]],
  ["an addition", ["fs_write", { path: "crlf.txt", content: "four\n", mode: "append" }]],
  ["a move over another file", ["fs_move", { from: "lf.txt", to: "private.txt", overwrite: true }]],
  ["a move of a folder", ["fs_move", { from: "folder", to: "other" }]],
  ["a deleted folder", ["fs_delete", { path: "folder", recursive: true }]],
  ["a copied folder", ["fs_copy", { from: "folder", to: "copy" }], false],
  ["a copy over another file", ["fs_copy", { from: "lf.txt", to: "private.txt", overwrite: true }]],
];

/** A root, a journal, and how a server is started over them. */
interface Stand {
  readonly base: string;
  readonly root: string;
  readonly argv: readonly string[];
}

function lay(base: string, journal = join(base, "journal")): Stand {
  for (const folder of [base, journal]) rmSync(folder, { recursive: true, force: true });
  const root = join(base, "root");
  plant(root, {
    "lf.txt": lf,
    "crlf.txt": lf.replaceAll("\n", "\r\n"),
    "private.txt": lf,
    "folder/inner/file.txt": lf,
    "folder/closed.txt": "closed",
  });
  chmodSync(join(root, "private.txt"), 0o640);
  chmodSync(join(root, "folder/closed.txt"), 0o400);
  chmodSync(join(root, "folder/inner"), 0o750);
  symlinkSync("inner/file.txt", join(root, "folder/link"));
  mkdirSync(journal, { recursive: true, mode: 0o700 });
  return { base, root, argv: [`${root}:full`, "--confirm", "never", "--journal", journal] };
}

/** Starts over what a crash left, looks around, and says in which of the two states all is. */
async function lookAround({ root, argv }: Stand): Promise<Readonly<Record<string, string>>> {
  await using host = await openHere(argv);
  expect((await host.listTools()).length).toBeGreaterThan(10);
  expect((await host.callTool("fs_read", { path: "crlf.txt" })).isError).toBe(false);
  const { structured } = await host.callTool("fs_history");
  const states = (structured?.transactions as ReadonlyArray<{ state: string }>).map(({ state }) => state);
  expect(states).not.toContain("unfinished");
  assertNothingLeft(root, `${argv.at(-1)}/transactions`);
  return treeOf(root);
}

function assertNothingLeft(root: string, journal: string): void {
  const names = readdirSync(root, { recursive: true, encoding: "utf8" });
  expect(names.filter((name) => name.includes(".drawbridge-"))).toEqual([]);
  const kept = existsSync(journal) ? readdirSync(journal) : [];
  expect(kept.filter((name) => /\.(?:open|clearing|undoing|lock)$/.test(name))).toEqual([]);
}

/** Takes the last change back, or makes it where the crash undid it; then the other way round. */
async function goOn({ argv, root }: Stand, call: Call, states: readonly unknown[], isOld: boolean, undoes: boolean) {
  await using host = await openHere(argv);
  const [old, done] = states;
  const make = () => host.callTool(...call);
  if (isOld) expect((await make()).text).not.toContain("refused");
  expect(treeOf(root)).toEqual(done);
  if (!undoes) return;
  const { structured } = await host.callTool("fs_history", { limit: 1 });
  const [last] = structured?.transactions as ReadonlyArray<{ transaction: string }>;
  const undone = await host.callTool("fs_undo", { transaction: last?.transaction });
  expect(undone.text).toContain("paths");
  expect(treeOf(root)).toEqual(old);
}

async function stateAfter(base: string, call: Call) {
  const stand = lay(base);
  const old = treeOf(stand.root);
  await using host = await openHere(stand.argv);
  const { isError, text, structured } = await host.callTool(...call);
  expect([isError, text]).toEqual([false, expect.anything()]);
  return { old, done: treeOf(stand.root), transaction: structured?.transaction };
}

describe.runIf(process.platform === "linux")("a server that is killed", { timeout: 60_000 }, () => {
  const folder = quickFolder();

  it.concurrent.each(calls)(
    "at any of its changes leaves all as before or all done, once it starts again: %s",
    async (what, call, undoes = true) => {
      const base = join(folder, what.replaceAll(" ", "-"));
      const { old, done } = await stateAfter(base, call);
      const isSame = JSON.stringify(old) === JSON.stringify(done);
      let survived = false;
      let at = 1;
      for (; !survived; at += 1) {
        const stand = lay(base);
        survived = await callCrashing(stand.argv, { under: base, at }, call);
        const now = await lookAround(stand);
        expect([old, done], `killed at ${at}`).toContainEqual(now);
        if (survived) expect(now).toEqual(done);
        const isOld = JSON.stringify(now) === JSON.stringify(old) && !isSame;
        if (!isSame) await goOn(stand, call, [old, done], isOld, undoes);
      }
      expect(at).toBeGreaterThan(8);
    },
  );
});
