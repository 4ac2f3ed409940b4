import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ConnectorError } from "@drawbridge/core";
import { describe, expect, it } from "vitest";
import { copy } from "../src/changing/copy.ts";
import { editFiles } from "../src/changing/edit-files.ts";
import { makeDirectory } from "../src/changing/make-directory.ts";
import { move } from "../src/changing/move.ts";
import { remove } from "../src/changing/remove.ts";
import { writeFile } from "../src/changing/write-file.ts";
import type { Files } from "../src/files.ts";
import { undo } from "../src/journal/undoing/undo.ts";
import { caller } from "./stand/caller.ts";
import { openFiles } from "./stand/open-files.ts";
import { quickFolder } from "./stand/quick-folder.ts";
import { serveBuilt } from "./stand/serve-built.ts";
import { startSwapping } from "./stand/start-swapping.ts";
import { swapTime, swapTries } from "./stand/swap-tries.ts";
import { treeOf } from "./stand/tree-of.ts";

/** What a swap can be answered with; `internal` is not among them. */
const expectedCodes = ["refused", "not_found", "conflict", "invalid_input"];
const me = caller();
const tries = swapTries(1600);
const writing = { path: "dir/file", content: "INSIDE", mode: "overwrite", parents: false } as const;

/** Changes in the folder that is swapped, by what they do: each so that the next can be made. */
const changes: Readonly<Record<string, (files: Files, round: number) => Promise<unknown>>> = {
  write: (files) => writeFile(files, writing, me),
  create: (files, round) => writeFile(files, { ...writing, path: `dir/new-${round}`, mode: "create" }, me),
  "create with folders": (files, round) =>
    writeFile(files, { ...writing, path: `dir/made-${round}/x`, mode: "create", parents: true }, me),
  edit: (files, round) => {
    const [old, next] = round % 2 === 0 ? ["IN", "in"] : ["in", "IN"];
    return editFiles(files, { edits: [{ path: "dir/file", old, new: next }], etags: {} }, me);
  },
  "make a folder": (files, round) => makeDirectory(files, `dir/folder-${round}`, me),
  "move in": async (files, round) => {
    // Not beside what is swapped: making a file there waits for renames again and again.
    await writeFile(files, { ...writing, path: `loose/${round}`, mode: "create" }, me);
    return move(files, { from: `loose/${round}`, to: `dir/loose-${round}`, overwrite: false }, me);
  },
  "move out": async (files, round) => {
    await answered(writeFile(files, { ...writing, path: "dir/file-2", mode: "create" }, me));
    return move(files, { from: "dir/file-2", to: `taken-${round}`, overwrite: false }, me);
  },
  "copy in": (files, round) => copy(files, { from: "plain", to: `dir/copy-${round}`, overwrite: false }, me),
  "copy out": (files, round) => copy(files, { from: "dir/file", to: `copy-${round}`, overwrite: false }, me),
  "copy the folder": (files, round) => copy(files, { from: "dir", to: `copies-${round}`, overwrite: false }, me),
  "delete a file": async (files) => {
    await answered(writeFile(files, { ...writing, mode: "create" }, me));
    return remove(files, "dir/file", false, me);
  },
  "delete a folder": async (files) => {
    await answered(makeDirectory(files, "dir/sub", me));
    return remove(files, "dir/sub", true, me);
  },
  "delete the folder itself": (files) => remove(files, "dir", true, me),
};

const only = (code: string) => expect(expectedCodes).toContain(code);

async function answered<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (!ConnectorError.is(error)) throw error;
    only(error.code);
    return undefined;
  }
}

/** What was copied or moved out of the folder must be what lies inside. */
function assertNothingOfOutside(root: string): void {
  const found = Object.entries(treeOf(root)).filter(
    ([path, facts]) => !/^link|^dir/.test(path) && facts.includes("OUTSIDE"),
  );
  expect(found).toEqual([]);
}

describe.runIf(process.platform === "linux")(
  "a folder that is swapped for a link to the outside",
  { timeout: swapTime },
  () => {
    const shared = quickFolder();

    it.each(Object.entries(changes))(
      `never lets a change out in ${tries} tries (SWAP_TRIES for more): %s`,
      async (name, change) => {
        const base = join(shared, name.replaceAll(" ", "-"));
        const swapped = await startSwapping(base);
        const { root } = swapped;
        writeFileSync(join(root, "plain"), "INSIDE");
        mkdirSync(join(root, "loose"));
        const outside = treeOf(join(base, "outside"));
        const files = openFiles([root], { access: "full", journal: join(base, "journal") });
        let done = 0;
        for (let round = 0; round < tries / 2; round += 1) {
          const result = await answered(change(files, round));
          done += result === undefined ? 0 : 1;
          const transaction = (result as { transaction?: string } | undefined)?.transaction;
          // Each second try is to take the change back, or to change once more.
          if (transaction !== undefined)
            await answered(undo(files, transaction, { principal: "local", signal: me.signal }));
          else await answered(change(files, round + tries));
        }
        await swapped[Symbol.asyncDispose]();
        expect(treeOf(join(base, "outside"))).toEqual(outside);
        assertNothingOfOutside(root);
        if (name !== "delete the folder itself") expect(done).toBeGreaterThan(5);
      },
    );

    it("never lets a tool of the built server out in 100 calls of each", async () => {
      const base = join(shared, "server");
      const swapped = await startSwapping(base);
      const { root } = swapped;
      const outside = treeOf(join(base, "outside"));
      const host = await serveBuilt([`${root}:full`, "--confirm", "never", "--journal", join(base, "journal")]);
      for (let round = 0; round < 100; round += 1) {
        const answers = await Promise.all([
          host.callTool("fs_write", { path: "dir/file", content: "INSIDE", mode: "overwrite" }),
          host.callTool("fs_write", { path: `dir/new-${round}`, content: "INSIDE" }),
          host.callTool("fs_edit", { edits: [{ path: "dir/file", old: "INSIDE", new: "INSIDE!" }] }),
          host.callTool("fs_mkdir", { path: `dir/folder-${round}` }),
          host.callTool("fs_copy", { from: "dir/sub", to: `copy-${round}` }),
          host.callTool("fs_move", { from: `dir/new-${round}`, to: `dir/moved-${round}` }),
          host.callTool("fs_delete", { path: `dir/moved-${round}` }),
        ]);
        for (const { isError, meta } of answers) if (isError) only(String(meta.code));
      }
      await swapped[Symbol.asyncDispose]();
      expect(treeOf(join(base, "outside"))).toEqual(outside);
      assertNothingOfOutside(root);
    });
  },
);
