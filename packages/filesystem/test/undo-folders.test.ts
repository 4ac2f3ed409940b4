import { chmodSync, existsSync, lstatSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { plant } from "./stand/plant.ts";
import { quickFolder } from "./stand/quick-folder.ts";
import { serveHere } from "./stand/serve-here.ts";
import { temporaryFolder } from "./stand/temporary-folder.ts";
import { treeOf } from "./stand/tree-of.ts";

async function serve(others: readonly string[] = []) {
  const base = temporaryFolder();
  const root = join(base, "root");
  plant(root, { "folder/file.txt": "one", "folder/sub/deep.txt": "two", "folder/empty/": "" });
  symlinkSync("sub/deep.txt", join(root, "folder/link"));
  const grants = [root, ...others].map((path) => `${path}:full`);
  const host = await serveHere(...grants, "--confirm", "never", "--journal", join(base, "journal"));
  const call = async (name: string, input: Readonly<Record<string, unknown>>) => {
    const { isError, text, structured } = await host.callTool(name, input);
    if (isError) throw new Error(text);
    return { transaction: structured?.transaction };
  };
  const copyFolder = () => call("fs_copy", { from: "folder", to: "copy" });
  return { root, host, call, copyFolder };
}

describe("a copied folder", () => {
  it("is taken back as a whole", async () => {
    const { root, call, copyFolder } = await serve();
    const before = treeOf(root);
    await call("fs_undo", await copyFolder());
    expect(treeOf(root)).toEqual(before);
  });

  it("is taken back too once changes in it were, and where only a time is another", async () => {
    const { root, call, copyFolder } = await serve();
    const before = treeOf(root);
    const copied = await copyFolder();
    const edited = await call("fs_edit", { edits: [{ path: "copy/file.txt", old: "one", new: "three" }] });
    const removed = await call("fs_delete", { path: "copy/sub", recursive: true });
    for (const change of [removed, edited]) await call("fs_undo", change);
    utimesSync(join(root, "copy/file.txt"), 5, 5);
    await call("fs_undo", copied);
    expect(treeOf(root)).toEqual(before);
  });

  it.each<readonly [string, (copy: string) => void]>([
    ["a file was written", (copy) => writeFileSync(join(copy, "file.txt"), "won")],
    ["a file was added", (copy) => writeFileSync(join(copy, "empty/mine"), "mine")],
    ["a file was removed", (copy) => rmSync(join(copy, "sub/deep.txt"))],
    ["a file got another name", (copy) => renameSync(join(copy, "file.txt"), join(copy, "mine"))],
    ["permissions were changed", (copy) => chmodSync(join(copy, "file.txt"), 0o600)],
    [
      "a link leads elsewhere",
      (copy) => {
        rmSync(join(copy, "link"));
        symlinkSync("file.txt", join(copy, "link"));
      },
    ],
    [
      "a folder became a link",
      (copy) => {
        rmSync(join(copy, "sub"), { recursive: true });
        symlinkSync("../folder/sub", join(copy, "sub"));
      },
    ],
  ])("stays where %s since", async (_what, change) => {
    const { root, host, copyFolder } = await serve();
    const copied = await copyFolder();
    change(join(root, "copy"));
    const now = treeOf(root);
    const { meta, text } = await host.callTool("fs_undo", copied);
    expect([meta.code, text]).toEqual(["conflict", expect.stringMatching(/changed, added or removed.*fs_delete/)]);
    expect(treeOf(root)).toEqual(now);
  });
});

describe("a folder moved to another disk", () => {
  it("is taken back, with times, unless something in it was changed", async (context) => {
    const other = quickFolder();
    const { root, host, call } = await serve([other]);
    if (lstatSync(other).dev === lstatSync(root).dev)
      context.skip("needs /dev/shm and another file system for what is temporary");
    const before = treeOf(root);
    const { mtimeMs } = lstatSync(join(root, "folder/file.txt"));
    const move = () => call("fs_move", { from: "folder", to: join(other, "folder") });
    await call("fs_undo", await move());
    expect(treeOf(root)).toEqual(before);
    expect(lstatSync(join(root, "folder/file.txt")).mtimeMs).toBeCloseTo(mtimeMs, 1);
    expect(existsSync(join(other, "folder"))).toBe(false);
    const moved = await move();
    writeFileSync(join(other, "folder/file.txt"), "won");
    expect((await host.callTool("fs_undo", moved)).meta.code).toBe("conflict");
  });
});

describe("a copy of a file from before 1970", () => {
  it("has its time", async () => {
    const { root, call } = await serve();
    utimesSync(join(root, "folder/file.txt"), new Date(-5250), new Date(-86_400_500));
    await call("fs_copy", { from: "folder", to: "copy" });
    expect(lstatSync(join(root, "copy/file.txt")).mtimeMs).toBe(-86_400_500);
  });
});
