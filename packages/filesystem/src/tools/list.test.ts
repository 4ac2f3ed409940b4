import { chmodSync, linkSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Host } from "@drawbridge/testkit";
import { beforeAll, describe, expect, it } from "vitest";
import { allPages } from "../../test/stand/all-pages.ts";
import { asNobody } from "../../test/stand/as-nobody.ts";
import { plant } from "../../test/stand/plant.ts";
import { serveHere } from "../../test/stand/serve-here.ts";
import { temporaryFolder } from "../../test/stand/temporary-folder.ts";

const folder = temporaryFolder();
const other = temporaryFolder();
plant(folder, {
  "plain/b.md": "four",
  "plain/a.txt": "a longer one",
  "plain/C.md": "",
  "plain/.hidden": "x",
  "plain/sub/d.md": "x",
  "plain/sub/sub/e.txt": "x",
  "plain/empty/": "",
  "links/inside.txt": "x".repeat(12_345),
});
writeFileSync(join(folder, "outside-size"), "x".repeat(54_321));
symlinkSync("inside.txt", join(folder, "links/in"));
symlinkSync("../../../../../../../etc/passwd", join(folder, "links/out"));
symlinkSync("/nowhere/at/all", join(folder, "links/nowhere"));
symlinkSync("missing", join(folder, "links/dangling"));
linkSync(join(folder, "links/inside.txt"), join(folder, "links/twin"));
for (const [index, name] of ["b.md", "a.txt", "C.md"].entries())
  utimesSync(join(folder, "plain", name), 1_700_000_000 + index, 1_700_000_000 + index);

let host: Host;
beforeAll(async () => {
  host = await serveHere(folder);
});

/** What is listed of a folder, without the way to it, with which every listed path has to begin. */
const paths = async (input: Readonly<Record<string, unknown>>) => {
  const wanted = { path: "plain", ...input };
  const listed = await allPages(host, "fs_list", wanted);
  for (const { path } of listed) expect(path).toMatch(new RegExp(`^${wanted.path}/.`));
  return listed.map(({ path }) => path.slice(wanted.path.length + 1));
};

describe("fs_list", () => {
  it("lists a folder's own entries by name", async () => {
    expect(await paths({})).toEqual(["C.md", "a.txt", "b.md", "empty", "sub"]);
  });

  it("tells type, size and time of change", async () => {
    const [entry] = await allPages(host, "fs_list", { path: "plain", glob: "b.md" });
    expect(entry).toEqual({ path: "plain/b.md", type: "file", size: 4, modified: "2023-11-14T22:13:20.000Z" });
  });

  it("answers paths that other tools take as they are, in the first root and in another", async () => {
    plant(other, { "deep/er/x.md": "found" });
    const two = await serveHere(folder, other);
    for (const path of ["plain", other]) {
      const [match] = await allPages(two, "fs_find", { path, glob: "*.md" });
      expect(await two.callTool("fs_read", { path: match?.path })).toMatchObject({ isError: false });
    }
  });

  it("shows the tree to a depth", async () => {
    const two = ["C.md", "a.txt", "b.md", "empty", "sub", "sub/d.md", "sub/sub"];
    expect(await paths({ depth: 2 })).toEqual(two);
    expect(await paths({ depth: 256 })).toEqual([...two, "sub/sub/e.txt"]);
  });

  it("shows hidden entries where asked", async () => {
    expect(await paths({ hidden: true })).toContain(".hidden");
  });

  it("narrows by a glob, in whatever depth", async () => {
    expect(await paths({ depth: 9, glob: "*.md" })).toEqual(["C.md", "b.md", "sub/d.md"]);
    expect(await paths({ depth: 9, glob: "sub/**/*.txt" })).toEqual(["sub/sub/e.txt"]);
  });

  it("puts the largest or the newest first where asked", async () => {
    expect((await paths({ sort: "size", glob: "*.{md,txt}" })).slice(0, 3)).toEqual(["a.txt", "b.md", "C.md"]);
    expect((await paths({ sort: "modified", glob: "*.{md,txt}" })).slice(0, 3)).toEqual(["C.md", "a.txt", "b.md"]);
  });

  it("is empty for an empty folder", async () => {
    expect(await paths({ path: "plain/empty" })).toEqual([]);
  });

  it("refuses a file, and says what reads it", async () => {
    const { meta, text } = await host.callTool("fs_list", { path: "plain/b.md" });
    expect([meta.code, text]).toEqual(["invalid_input", expect.stringContaining("fs_read")]);
  });

  it("tells nothing of what links lead to, inside or outside", async () => {
    const entries = await allPages(host, "fs_list", { path: "links" });
    for (const name of ["in", "out", "nowhere", "dangling"]) {
      const entry = entries.find(({ path }) => path === `links/${name}`);
      expect(Object.keys(entry ?? {})).toEqual(["path", "type", "modified"]);
      expect(entry?.type).toBe("symlink");
    }
  });

  it("does not walk through links to folders", async () => {
    plant(folder, { "walk/real/a.md": "" });
    symlinkSync("real", join(folder, "walk/alias"));
    symlinkSync("..", join(folder, "walk/up"));
    expect(await paths({ path: "walk", depth: 9 })).toEqual(["alias", "real", "real/a.md", "up"]);
  });

  it.runIf(process.platform === "linux")("counts folders that may not be read, and shows the rest", async () => {
    plant(folder, { "locked/no/secret.md": "", "locked/yes/a.md": "" });
    chmodSync(join(folder, "locked/no"), 0);
    await asNobody(folder, async () => {
      const { structured } = await host.callTool("fs_list", { path: "locked", depth: 3 });
      expect(structured).toMatchObject({ unreadable: 1 });
      expect(structured?.entries).toHaveLength(3);
    });
  });

  it.runIf(process.platform === "linux")(
    "counts what is in a folder that may be read, and not be looked into",
    async () => {
      plant(folder, { "unsearched/a.md": "", "unsearched/b/c.md": "", "unsearched/d.md": "" });
      chmodSync(join(folder, "unsearched"), 0o444);
      await asNobody(folder, async () => {
        for (const depth of [1, 2]) {
          const { structured } = await host.callTool("fs_list", { path: "unsearched", depth });
          expect(structured).toMatchObject({ entries: [], unreadable: 3 });
        }
        const { structured } = await host.callTool("fs_find", { path: "unsearched", glob: "*.md" });
        expect(structured).toMatchObject({ matches: [], unreadable: 3 });
      });
    },
  );

  it.runIf(process.platform === "linux")("refuses a folder that may not be read itself", async () => {
    plant(folder, { "shut/a.md": "" });
    chmodSync(join(folder, "shut"), 0o111);
    await asNobody(folder, async () => {
      expect((await host.callTool("fs_list", { path: "shut" })).meta.code).toBe("refused");
      expect((await host.callTool("fs_find", { path: "shut", glob: "*" })).meta.code).toBe("refused");
      expect(await host.complete("file://{+path}", "path", `${folder}/shut/`)).toEqual([]);
    });
  });

  it("refuses in words what may not be read of a file", async () => {
    plant(folder, { "private.md": "x" });
    chmodSync(join(folder, "private.md"), 0);
    await asNobody(folder, async () => {
      const { meta, text } = await host.callTool("fs_read", { path: "private.md" });
      expect([meta.code, text]).toEqual(["refused", expect.stringContaining("operating system")]);
    });
  });
});
