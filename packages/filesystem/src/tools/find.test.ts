import { symlinkSync, utimesSync } from "node:fs";
import { join } from "node:path";
import type { Host } from "@drawbridge/testkit";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { allPages } from "../../test/stand/all-pages.ts";
import { plant } from "../../test/stand/plant.ts";
import { serveHere } from "../../test/stand/serve-here.ts";
import { temporaryFolder } from "../../test/stand/temporary-folder.ts";

const folder = temporaryFolder();
plant(folder, {
  "a.md": "1",
  ".hidden/b.md": "22",
  "src/c.ts": "333",
  "src/in/d.ts": "4444",
  "src/in/build/e.ts": "55555",
  "src/.gitignore": "build\n",
});
symlinkSync("src", join(folder, "link.ts"));
utimesSync(join(folder, "a.md"), 1_700_000_000, 1_700_000_000);

let host: Host;
beforeAll(async () => {
  host = await serveHere(folder);
});

const found = async (input: Readonly<Record<string, unknown>>) =>
  (await allPages(host, "fs_find", input)).map(({ path }) => path);

describe("fs_find", () => {
  it("finds by name at any depth, hidden folders included", async () => {
    expect(await found({ glob: "*.md" })).toEqual([".hidden/b.md", "a.md"]);
  });

  it("finds by path from the folder on", async () => {
    expect(await found({ glob: "src/**/*.ts" })).toEqual(["src/c.ts", "src/in/build/e.ts", "src/in/d.ts"]);
    expect(await found({ path: "src", glob: "in/*.ts" })).toEqual(["src/in/d.ts"]);
  });

  it("understands an absolute glob that begins with the folder's own path, and means by it no deeper name", async () => {
    expect(await found({ glob: `${folder}/*.md` })).toEqual(["a.md"]);
    expect(await found({ glob: `${folder}/**/*.md` })).toEqual([".hidden/b.md", "a.md"]);
    expect(await found({ path: "src", glob: `${folder}/src/in/*.ts` })).toEqual(["src/in/d.ts"]);
  });

  it.each([
    ["absolute and leads elsewhere", "/elsewhere/*.md", "Give that folder as path"],
    ["absolute and only begins like the folder", `${folder}-too/*.md`, "Give that folder as path"],
    ["absolute and leads above the folder", "/*", "Give that folder as path"],
    ["one that climbs", "src/../*.md", "Give the folder to look in as path"],
    ["one with a NUL byte", "a\0*", "NUL"],
  ])("refuses a glob that could match nothing, and says what to give instead: %s", async (_, glob, words) => {
    for (const tool of ["fs_find", "fs_list"]) {
      const { meta, text } = await host.callTool(tool, { glob });
      expect([meta.code, text]).toEqual(["invalid_input", expect.stringContaining(words)]);
    }
  });

  it("narrows by type", async () => {
    expect(await found({ glob: "**", type: "directory" })).toEqual([".hidden", "src", "src/in", "src/in/build"]);
    expect(await found({ glob: "*.ts", type: "symlink" })).toEqual(["link.ts"]);
  });

  it("narrows by size, of files alone", async () => {
    expect(await found({ glob: "**", min_size: 4, max_size: 5 })).toEqual(["src/in/build/e.ts", "src/in/d.ts"]);
    expect(await found({ glob: "link.ts", min_size: 0 })).toEqual([]);
  });

  it("narrows by time", async () => {
    expect(await found({ glob: "*.md", modified_after: "2023-11-14T22:13:20Z" })).toEqual([".hidden/b.md"]);
    expect(await found({ glob: "*.md", modified_after: "2023-11-14" })).toHaveLength(2);
  });

  it("leaves out what .gitignore files exclude where asked, from the folders above too", async () => {
    expect(await found({ glob: "*.ts", gitignore: true })).toEqual(["link.ts", "src/c.ts", "src/in/d.ts"]);
    expect(await found({ path: "src/in", glob: "*.ts", gitignore: true })).toEqual(["src/in/d.ts"]);
  });

  it("does not walk through links", async () => {
    expect(await found({ glob: "link.ts/**/*.ts" })).toEqual([]);
  });

  it("refuses a glob that it cannot read, before it looks for anything", async () => {
    expect((await host.callTool("fs_find", { glob: "[a" })).meta.code).toBe("invalid_input");
  });

  it("finds each entry exactly once, however it is cut into pages", async () => {
    const files = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`many/${index % 7}/${index}.txt`, ""]));
    plant(folder, files);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 60 }), async (limit) => {
        expect((await found({ glob: "many/**/*.txt", limit })).toSorted()).toEqual(Object.keys(files).toSorted());
      }),
      { numRuns: 30 },
    );
  });
});
