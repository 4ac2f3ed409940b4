import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openFiles } from "../../test/stand/open-files.ts";
import { plant } from "../../test/stand/plant.ts";
import { temporaryFolder } from "../../test/stand/temporary-folder.ts";
import { Tree, type TreeEntry } from "./tree.ts";

const base = temporaryFolder();
plant(base, { "a/in/x": "", "a/in/y": "", "b/z": "", c: "", ".hidden": "" });
const all = ["a", "a/in", "a/in/x", "a/in/y", "b", "b/z", "c"];

const treeOf = (signal = new AbortController().signal) =>
  new Tree({ depth: 256, toTheBottom: true, hidden: false, ignoring: undefined, after: undefined, signal });

async function visited(goesOn: (entry: TreeEntry) => boolean, tree = treeOf()): Promise<readonly string[]> {
  using folder = openFiles([base]).reachFolder(".");
  const paths: string[] = [];
  await tree.visit(folder.directory, base, (entry) => {
    paths.push(entry.names.join("/"));
    return goesOn(entry);
  });
  return paths;
}

/** Longer than a slice. */
function work(): true {
  const end = performance.now() + 20;
  while (performance.now() < end);
  return true;
}

describe("Tree", () => {
  it("shows a visitor what it answers one by one", async () => {
    expect(await visited(() => true)).toEqual(all);
    using folder = openFiles([base]).reachFolder(".");
    const paths: string[] = [];
    for await (const { names } of treeOf().entries(folder.directory, base)) paths.push(names.join("/"));
    expect(paths).toEqual(all);
  });

  it("stops where its visitor has enough", async () => {
    expect(await visited(({ names }) => names.at(-1) !== "x")).toEqual(["a", "a/in", "a/in/x"]);
  });

  it.runIf(process.platform === "linux")("holds no folder open when a visitor stops or throws inside one", async () => {
    const files = openFiles([base]);
    using folder = files.reachFolder(".");
    const before = readdirSync("/proc/self/fd").length;
    await treeOf().visit(folder.directory, base, ({ names }) => names.at(-1) !== "x");
    const thrown = treeOf().visit(folder.directory, base, ({ names }) => {
      if (names.at(-1) === "x") throw new Error("Enough");
      return true;
    });
    await expect(thrown).rejects.toThrow("Enough");
    expect(readdirSync("/proc/self/fd").length).toBe(before);
  });

  it("lets others through between two entries of a visitor that takes long", async () => {
    let others = 0;
    const other = setInterval(() => {
      others += 1;
    }, 0);
    await visited(work);
    clearInterval(other);
    expect(others).toBeGreaterThan(1);
  });

  it("ends with its signal", async () => {
    const stop = new AbortController();
    const paths = visited(() => {
      stop.abort(new Error("No longer"));
      return work();
    }, treeOf(stop.signal));
    await expect(paths).rejects.toThrow("No longer");
  });

  it.runIf(process.platform === "linux")("counts a name that is not UTF-8 once, and passes over it", async () => {
    const folder = temporaryFolder();
    plant(folder, { a: "", z: "" });
    writeFileSync(Buffer.concat([Buffer.from(join(folder, "m")), Buffer.from([0xff])]), "");
    using held = openFiles([folder]).reachFolder(".");
    const options = { depth: 1, toTheBottom: false, hidden: true, ignoring: undefined } as const;
    const signal = new AbortController().signal;
    const pageAfter = async (after: readonly string[] | undefined, last: string) => {
      const tree = new Tree({ ...options, after, signal });
      const names: unknown[] = [];
      await tree.visit(held.directory, folder, (entry) => {
        names.push(...entry.names);
        return entry.names[0] !== last;
      });
      return { names, unreadable: tree.unreadable };
    };
    expect(await pageAfter(undefined, "a")).toEqual({ names: ["a"], unreadable: 0 });
    expect(await pageAfter(["a"], "z")).toEqual({ names: ["z"], unreadable: 1 });
  });
});
