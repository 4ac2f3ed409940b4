import { appendFileSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { openFiles } from "../../test/stand/open-files.ts";
import { plant } from "../../test/stand/plant.ts";
import { startSwapping } from "../../test/stand/start-swapping.ts";
import { temporaryFolder } from "../../test/stand/temporary-folder.ts";
import { RememberedTree } from "./remembered-tree.ts";
import { TooManyEntries } from "./too-many-entries.ts";

const base = temporaryFolder();
const { signal } = new AbortController();
let folder: string;
let count = 0;
let told: string[];

beforeEach(() => {
  count += 1;
  told = [];
  folder = join(base, `root-${count}`);
  plant(folder, { "a.md": "a", "notes/b.md": "b", "notes/deep/c.md": "c" });
});

function treeOf(path: string, most = 1000): RememberedTree {
  const [root] = openFiles([path]).roots;
  if (root === undefined) throw new Error("No root");
  const differs = (names: readonly string[], kind: string) => void told.push(`${kind} ${names.join("/")}`);
  return new RememberedTree({ root: root.directory, most, signal, differs });
}

/** What is told of a tree that was looked at before. */
async function afterwards(change: () => void, look = (tree: RememberedTree) => tree.lookAtAll()): Promise<string[]> {
  const tree = treeOf(folder);
  await tree.lookAtAll();
  told = [];
  change();
  await look(tree);
  return told.sort();
}

const at = (path: string) => join(folder, path);

describe("a tree that is looked at", () => {
  it("for the first time is new as a whole", async () => {
    await treeOf(folder).lookAtAll();
    expect(told).toEqual([
      "created a.md",
      "created notes",
      "created notes/b.md",
      "created notes/deep",
      "created notes/deep/c.md",
    ]);
  });

  it.each<[string, () => void, string[]]>([
    ["nothing happened", () => {}, []],
    ["a file was written to", () => appendFileSync(at("notes/b.md"), "more"), ["modified notes/b.md"]],
    ["a file came", () => writeFileSync(at("notes/new.md"), ""), ["created notes/new.md"]],
    ["a file went", () => rmSync(at("notes/b.md")), ["removed notes/b.md"]],
    ["a folder went", () => rmSync(at("notes"), { recursive: true }), ["removed notes"]],
    [
      "a folder was renamed",
      () => renameSync(at("notes/deep"), at("notes/far")),
      ["created notes/far", "created notes/far/c.md", "removed notes/deep"],
    ],
    [
      "a file was replaced",
      () => {
        writeFileSync(at("a.md~"), "a");
        renameSync(at("a.md~"), at("a.md"));
      },
      ["modified a.md"],
    ],
    [
      "a folder became a file",
      () => {
        rmSync(at("notes"), { recursive: true });
        writeFileSync(at("notes"), "");
      },
      ["modified notes"],
    ],
    [
      "a file became a folder",
      () => {
        rmSync(at("a.md"));
        plant(folder, { "a.md/x": "" });
      },
      ["created a.md/x", "modified a.md"],
    ],
  ])("differs as it does where %s", async (_, change, expected) => {
    expect(await afterwards(change)).toEqual(expected);
  });

  it.each<[string, string[], string, string[]]>([
    ["one that changed", ["notes"], "new.md", ["created notes/new.md"]],
    ["one that is as it was", ["notes"], "b.md", []],
    ["one in a folder not known yet", ["x", "y"], "z.md", ["created x", "created x/y", "created x/y/z.md"]],
    ["one in a folder that is gone", ["notes", "gone"], "x", []],
    ["one that climbs", [], "..", []],
    ["one that climbs on the way", ["..", "root"], "a.md", []],
    ["one that climbs in its name", ["notes"], "../../x", []],
    ["the folder itself", ["notes"], ".", []],
  ])("is looked at where it is said to differ, and there alone: %s", async (_, where, name, expected) => {
    const change = () => {
      plant(folder, { "notes/new.md": "", "x/y/z.md": "" });
      appendFileSync(at("a.md"), "more");
    };
    expect(await afterwards(change, (tree) => tree.lookAt(where, new Set([name])))).toEqual(expected);
  });

  it("says that there were folders in a new folder, which may not be watched yet", async () => {
    const tree = treeOf(folder);
    await tree.lookAtAll();
    tree.foundTree = false;
    mkdirSync(at("flat"));
    await tree.lookAtAll();
    expect(tree.foundTree).toBe(false);
    mkdirSync(at("tree/inside"), { recursive: true });
    await tree.lookAtAll();
    expect(tree.foundTree).toBe(true);
  });

  it("may hold no more than is remembered, however often that changes", async () => {
    const tree = treeOf(folder, 6);
    await tree.lookAtAll();
    for (let round = 0; round < 5; round += 1) {
      renameSync(at("notes"), at("archive"));
      await tree.lookAtAll().catch((error: unknown) => expect(error).not.toBeInstanceOf(TooManyEntries));
      renameSync(at("archive"), at("notes"));
      await tree.lookAtAll();
    }
    plant(folder, { "one.md": "", "two.md": "" });
    await expect(tree.lookAtAll()).rejects.toBeInstanceOf(TooManyEntries);
  });

  it.runIf(process.platform === "linux")("leaves no descriptor open", async () => {
    const tree = treeOf(folder);
    const open = () => readdirSync("/proc/self/fd").length;
    const before = open();
    for (let round = 0; round < 20; round += 1) {
      await tree.lookAtAll();
      await tree.lookAt(["notes", "deep"], new Set(["c.md"]));
    }
    expect(open()).toBe(before);
  });
});

describe("what lies behind a link", () => {
  it("is not looked at, be it inside or outside; the link itself is", async () => {
    const outside = join(base, `outside-${count}`);
    plant(outside, { "secret-name": "" });
    const links = () => {
      symlinkSync(outside, at("out"));
      symlinkSync("notes", at("in"));
    };
    expect(await afterwards(links)).toEqual(["created in", "created out"]);
  });

  it("is not told as removed either, where a folder is replaced by the link", async () => {
    const outside = join(base, `outside-${count}`);
    plant(outside, { "secret-name": "", "b.md": "" });
    const swap = () => {
      renameSync(at("notes"), join(base, `away-${count}`));
      symlinkSync(outside, at("notes"));
      rmSync(join(outside, "secret-name"));
    };
    const look = (tree: RememberedTree) => tree.lookAt(["notes"], new Set(["secret-name", "b.md"]));
    expect(await afterwards(swap, look)).toEqual(["modified notes"]);
  });

  it.runIf(process.platform === "linux")(
    "is never told while a folder is swapped for a link, in 2000 looks",
    async () => {
      await using swapped = await startSwapping(join(base, "swapping"));
      const tree = treeOf(swapped.root);
      // On a busy machine the one that swaps may be behind: then there are more looks.
      for (let round = 0; round < 1000 || (told.length <= 100 && round < 200_000); round += 1) {
        await tree.lookAtAll();
        await tree.lookAt(["dir"], new Set(["outside-only", "file"]));
      }
      expect(told.length).toBeGreaterThan(100);
      expect(told.filter((one) => one.includes("outside-only"))).toEqual([]);
    },
    60_000,
  );
});
