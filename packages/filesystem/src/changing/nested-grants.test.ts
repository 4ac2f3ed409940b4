import { existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { plant } from "../../test/stand/plant.ts";
import { temporaryFolder } from "../../test/stand/temporary-folder.ts";
import { openClient } from "../open-client.ts";
import { move } from "./move.ts";
import { remove } from "./remove.ts";
import { writeFile } from "./write-file.ts";

const base = temporaryFolder();
const outer = join(base, "work");
const inner = join(outer, "archive");
mkdirSync(inner, { recursive: true });
symlinkSync("archive", join(outer, "link"));
const log = { enabled: () => false, write() {}, flush: async () => {} };
const grants = {
  roots: [
    { path: outer, access: "full" as const },
    { path: inner, access: "read" as const },
  ],
};
const files = await openClient(
  { ...grants, deny: [], protect: [], followSymlinks: false, journal: join(base, "journal") },
  { access: undefined, log },
);
afterAll(() => files.close());
beforeEach(() => plant(base, { "work/archive/old.txt": "old", "work/notes/new.txt": "new" }));

const caller = { tool: "test", principal: "local", signal: new AbortController().signal };
const write = (path: string) => writeFile(files, { path, content: "x", mode: "overwrite", parents: false }, caller);

describe("a root that allows less than the root around it", () => {
  it.each(["archive/old.txt", join(inner, "old.txt"), "link/old.txt", "notes/../link/old.txt"])(
    "keeps its own grant for %s",
    async (path) => {
      await expect(write(path)).rejects.toMatchObject({ code: "refused" });
      expect(readFileSync(join(inner, "old.txt"), "utf8")).toBe("old");
    },
  );

  it("is neither moved nor deleted with a folder, nor moved into", async () => {
    for (const change of [
      () => move(files, { from: "archive", to: "elsewhere", overwrite: false }, caller),
      () => move(files, { from: "archive/old.txt", to: "old.txt", overwrite: false }, caller),
      () => move(files, { from: "notes/new.txt", to: "link/new.txt", overwrite: false }, caller),
      () => remove(files, "archive", true, caller),
    ]) {
      await expect(change()).rejects.toMatchObject({ code: expect.stringMatching(/refused|invalid_input/) });
    }
    expect(existsSync(join(inner, "old.txt"))).toBe(true);
  });

  it("hinders nothing beside it", async () => {
    await write("notes/new.txt");
    await move(files, { from: "notes", to: "papers", overwrite: false }, caller);
    await remove(files, "papers", true, caller);
    expect(existsSync(join(outer, "papers"))).toBe(false);
  });
});
