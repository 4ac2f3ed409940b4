import { existsSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { caller } from "../../../test/stand/caller.ts";
import { openFiles } from "../../../test/stand/open-files.ts";
import { plant } from "../../../test/stand/plant.ts";
import { temporaryFolder } from "../../../test/stand/temporary-folder.ts";
import { treeOf } from "../../../test/stand/tree-of.ts";
import { editFiles } from "../../changing/edit-files.ts";
import type { Journal } from "../journal.ts";
import { undo } from "./undo.ts";

const editing = { edits: [{ path: "dir/file", old: "one", new: "two" }], etags: {} };

async function lay() {
  const base = temporaryFolder();
  plant(base, { "root/dir/file": "one", "outside/file": "one" });
  const root = join(base, "root");
  const files = openFiles([root], { access: "full" });
  const swap = () => {
    renameSync(join(root, "dir"), join(root, "parked"));
    symlinkSync(join(base, "outside"), join(root, "dir"));
  };
  return { base, root, files, swap, journal: await files.journal() };
}

/** Does something just before the journal does. */
function before(journal: Journal, method: "sync" | "mark", act: () => void): void {
  const does = journal[method].bind(journal) as (...given: unknown[]) => Promise<void>;
  Object.assign(journal, {
    [method](...given: unknown[]) {
      delete (journal as Partial<Journal>)[method];
      act();
      return does(...given);
    },
  });
}

describe.runIf(process.platform === "linux")("a folder that is swapped for a link in the midst of a change", () => {
  it("keeps nothing of the change that is refused", async () => {
    const { base, root, files, swap, journal } = await lay();
    before(journal, "sync", () => {
      swap();
      writeFileSync(join(root, "parked/file"), "somebody's");
    });
    await expect(editFiles(files, editing, caller())).rejects.toMatchObject({ code: "conflict" });
    expect(readdirSync(join(root, "parked"))).toEqual(["file"]);
    expect(readFileSync(join(root, "parked/file"), "utf8")).toBe("somebody's");
    expect(readdirSync(join(base, "outside"))).toEqual(["file"]);
    expect(journal.entries()).toEqual([]);
  });

  it("has its change taken back, once that was begun, where it is now", async () => {
    const { base, root, files, swap, journal } = await lay();
    const { transaction } = await editFiles(files, editing, caller());
    before(journal, "mark", swap);
    expect(await undo(files, transaction, caller())).toHaveLength(1);
    expect(treeOf(join(root, "parked"))).toMatchObject({ file: expect.stringMatching(/ one$/) });
    expect(treeOf(join(base, "outside"))).toMatchObject({ file: expect.stringMatching(/ one$/) });
  });

  it("is refused to be taken back where it was swapped before", async () => {
    const { root, files, swap } = await lay();
    const { transaction } = await editFiles(files, editing, caller());
    swap();
    await expect(undo(files, transaction, caller())).rejects.toMatchObject({ code: "conflict" });
    rmSync(join(root, "dir"));
    renameSync(join(root, "parked"), join(root, "dir"));
    await undo(files, transaction, caller());
    expect(readFileSync(join(root, "dir/file"), "utf8")).toBe("one");
  });
});

describe("a folder that is deleted in the midst of a change", () => {
  it("takes nothing more, and nothing is left to be mended", async () => {
    const { root, files, journal } = await lay();
    before(journal, "sync", () => rmSync(join(root, "dir"), { recursive: true }));
    await expect(editFiles(files, editing, caller())).rejects.toMatchObject({ code: "conflict" });
    expect([existsSync(join(root, "dir")), journal.entries(), journal.interrupted.size]).toEqual([false, [], 0]);
  });
});
