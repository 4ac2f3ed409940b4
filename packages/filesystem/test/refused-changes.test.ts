import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Host } from "@drawbridge/testkit";
import { beforeAll, describe, expect, it } from "vitest";
import { craftZip } from "./stand/craft-zip.ts";
import { makeFifo } from "./stand/make-fifo.ts";
import { plant } from "./stand/plant.ts";
import { quickFolder } from "./stand/quick-folder.ts";
import { serveHere } from "./stand/serve-here.ts";
import { temporaryFolder } from "./stand/temporary-folder.ts";
import { treeOf } from "./stand/tree-of.ts";

const base = temporaryFolder();
const [first, second] = [join(base, "first"), join(base, "second")];
const memory = quickFolder();
let host: Host;
beforeAll(async () => {
  plant(base, {
    "first/a.txt": "alpha\nbeta\n",
    "first/b.txt": "gamma\n",
    "first/latin1.txt": Buffer.from("Caf\xe9 ferm\xe9\n", "latin1"),
    "second/there.txt": "there\n",
    "first/a.zip": craftZip([
      { name: "new/inner", content: "x" },
      { name: "plain", content: "y" },
    ]),
  });
  const grants = [first, second, memory].map((root) => `${root}:full`);
  host = await serveHere(...grants, "--confirm", "never", "--journal", join(base, "journal"));
});

const edit = (edits: ReadonlyArray<readonly [path: string, old: string, next: string]>) =>
  host.callTool("fs_edit", { edits: edits.map(([path, old, next]) => ({ path, old, new: next })) });

describe("an edit that fails", () => {
  it("tells of each of a call that does, in all files, and changes nothing", async () => {
    const before = treeOf(first);
    const { meta, text } = await edit([
      ["a.txt", "alphq", "x"],
      ["a.txt", "beta", "y"],
      ["b.txt", "gammq", "z"],
      ["a.txt", "betq", "z"],
      ["missing.txt", "q", "z"],
    ]);
    expect(meta.code).toBe("invalid_input");
    for (const words of [
      "Edit 1: old does not",
      "Edit 3: old does not",
      "Edit 4: old does not",
      "missing.txt does not",
    ])
      expect(text).toContain(words);
    expect(text).not.toContain("Edit 2");
    expect(treeOf(first)).toEqual(before);
  });

  it("tells of one alone as ever, and of no more than twenty", async () => {
    expect((await edit([["a.txt", "alphq", "x"]])).text).toMatch(/a\.txt: old does not stand/);
    const { text } = await edit(Array.from({ length: 30 }, () => ["a.txt", "alphq", "x"] as const));
    expect(text).toContain("… and 10 more");
  });

  it("names the guess where the file's encoding is one, and what would work", async () => {
    expect((await edit([["latin1.txt", "Cafë", "x"]])).text).toMatch(/windows-1252, which is a guess.*ASCII/s);
    expect((await edit([["a.txt", "Cafë", "x"]])).text).not.toContain("guess");
    expect((await edit([["latin1.txt", "Café", "Cafe"]])).isError).toBe(false);
  });
});

describe("a write in an encoding", () => {
  const write = (encoding: string, content: string) =>
    host.callTool("fs_write", { path: "new.txt", content, encoding });

  it("that lacks a character names it, and one that does not exist is said so", async () => {
    const lacking = await write("latin1", "café ₺");
    expect([lacking.meta.code, lacking.text]).toEqual(["refused", expect.stringContaining("has no ₺")]);
    const unknown = await write("latin-99", "plain");
    expect([unknown.meta.code, unknown.text]).toEqual(["invalid_input", expect.stringContaining("no such encoding")]);
    expect((await write("latin1", "café")).isError).toBe(false);
    expect(readFileSync(join(first, "new.txt"), "latin1")).toBe("café");
  });
});

describe("a path that is relative", () => {
  it.each<readonly [string, Readonly<Record<string, unknown>>]>([
    ["fs_read", { path: "there.txt" }],
    ["fs_stat", { path: "there.txt" }],
    ["fs_delete", { path: "there.txt" }],
    ["fs_edit", { edits: [{ path: "there.txt", old: "there", new: "x" }] }],
    ["fs_copy", { from: "there.txt", to: "copy.txt" }],
  ])("and meant for the second root is told so by %s", async (tool, input) => {
    const { meta, text } = await host.callTool(tool, input);
    expect(meta.code).toBe("not_found");
    expect(text).toContain(`${join(second, "there.txt")} is there, under another root`);
    const nowhere = JSON.parse(JSON.stringify(input).replace("there.txt", "nowhere.txt"));
    expect((await host.callTool(tool, nowhere)).text).not.toContain("another root");
  });
});

describe("an undo", () => {
  it("of a folder that holds something since says what to do", async () => {
    const { structured } = await host.callTool("fs_mkdir", { path: "made" });
    writeFileSync(join(first, "made/.hidden"), "");
    const { text } = await host.callTool("fs_undo", { transaction: structured?.transaction });
    expect(text).toMatch(/holds something since\. Move or delete that first/);
  });

  it("of a copy over a file tells its path once, as the history does", async () => {
    const { structured } = await host.callTool("fs_copy", { from: "a.txt", to: "b.txt", overwrite: true });
    const paths = [join(first, "b.txt")];
    expect((await host.callTool("fs_history", { limit: 1 })).structured?.transactions).toMatchObject([{ paths }]);
    const undone = await host.callTool("fs_undo", { transaction: structured?.transaction });
    expect(undone.structured?.paths).toEqual(paths);
    expect(readFileSync(join(first, "b.txt"), "utf8")).toBe("gamma\n");
  });
});

describe("an archive that is unpacked straight into a root", () => {
  it("is, over nothing that is there, and is taken back", async () => {
    const before = treeOf(second);
    const unpack = (to: string) => host.callTool("fs_unzip", { path: "a.zip", to });
    const { isError, structured } = await unpack(second);
    expect([isError, structured?.entries]).toEqual([false, 3]);
    expect(treeOf(second)).toMatchObject({ "new/inner": expect.anything(), plain: expect.anything() });
    expect((await unpack(second)).meta.code).toBe("conflict");
    expect((await host.callTool("fs_undo", { transaction: structured?.transaction })).isError).toBe(false);
    expect(treeOf(second)).toEqual(before);
    expect((await host.callTool("fs_delete", { path: second, recursive: true })).meta.code).toBe("invalid_input");
  });

  it("puts nothing in a protected place", async () => {
    plant(first, { "evil.zip": craftZip([{ name: ".git/hooks/pre-commit", content: "x" }]) });
    expect((await host.callTool("fs_unzip", { path: "evil.zip", to: first })).meta.code).toBe("refused");
  });
});

describe("an input that is no such", () => {
  it("is told what it has to be", async () => {
    expect((await host.callTool("fs_edit", { edits: [] })).text).toContain("edits: must not be empty");
    expect((await host.callTool("fs_list", { limit: 0 })).text).toContain("limit: must be at least 1");
  });
});

describe.runIf(process.platform === "linux")("a file of more bytes than the disk has room for", () => {
  const giant = (folder: string) => {
    plant(folder, { "sparse/giant": "" });
    truncateSync(join(folder, "sparse/giant"), 8 * 1024 ** 4);
  };
  const answers = async (tool: string, input: Readonly<Record<string, unknown>>) => {
    const { meta, text } = await host.callTool(tool, input);
    return [meta.code, text];
  };

  it("is refused before a byte of it is copied, by itself and in a folder, and goes by a rename", async () => {
    giant(first);
    const noRoom = ["refused", expect.stringMatching(/The disk has \d+ bytes left, and a copy takes 8796093022208;/)];
    expect(await answers("fs_copy", { from: "sparse", to: "copy" })).toEqual(noRoom);
    expect(await answers("fs_copy", { from: "sparse/giant", to: "copy" })).toEqual(noRoom);
    expect(readdirSync(first)).not.toContain("copy");
    expect((await host.callTool("fs_move", { from: "sparse", to: "moved" })).isError).toBe(false);
    expect((await host.callTool("fs_delete", { path: "moved", recursive: true })).isError).toBe(false);
  });

  it.runIf(statSync(memory).dev !== statSync(base).dev)("is refused where it would go to another disk", async () => {
    giant(memory);
    const path = join(memory, "sparse");
    expect((await answers("fs_move", { from: path, to: "moved" }))[0]).toBe("refused");
    expect((await answers("fs_delete", { path, recursive: true }))[0]).toBe("refused");
    expect(readdirSync(path)).toEqual(["giant"]);
    plant(memory, { small: "small" });
    expect((await host.callTool("fs_delete", { path: join(memory, "small") })).isError).toBe(false);
  });
});

describe("what is refused says what would work", () => {
  it.each([
    ["fs_move", { from: "missing", to: "new" }, /missing does not exist\. fs_list shows/],
    ["fs_mkdir", { path: "b.txt" }, /is no folder\. Take another name/],
    ["fs_copy", { from: ".", to: "new" }, /copied or packed as a whole\. Name what is in it/],
    ["fs_zip", { paths: ["."], to: "new.zip" }, /copied or packed as a whole\. Name what is in it/],
    ["fs_unzip", { path: "b.txt", to: "new" }, /no zip archive: [^.]*\.[^.]*[^.]\. Have it made or fetched anew/],
    ["fs_read", { path: "a.zip" }, /fs_read_media reads images and sounds, fs_outline PDF/],
    ["fs_read", { path: "a.txt", start_line: 2, end_line: 1 }, /Swap them/],
  ])("%s", async (tool, input, words) => {
    const { isError, text } = await host.callTool(tool, input);
    expect([isError, text]).toEqual([true, expect.stringMatching(words)]);
  });

  it.skipIf(process.platform === "win32")("names a FIFO in what is copied as it is called there", async () => {
    plant(base, { "first/pipes/inner/plain": "" });
    makeFifo(join(first, "pipes/inner/fifo"));
    for (const [from, name] of [
      ["pipes", "inner/fifo"],
      ["pipes/inner/fifo", "What was named"],
    ] as const) {
      const { meta, text } = await host.callTool("fs_copy", { from, to: "copy" });
      expect([meta.code, text]).toEqual(["refused", expect.stringContaining(`${name} is a device, a FIFO`)]);
      expect(text).not.toContain(".drawbridge-");
    }
  });
});
