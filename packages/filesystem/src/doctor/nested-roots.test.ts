import { symlinkSync } from "node:fs";
import { join } from "node:path";
import type { Access } from "@drawbridge/core";
import { describe, expect, it } from "vitest";
import { plant } from "../../test/stand/plant.ts";
import { temporaryFolder } from "../../test/stand/temporary-folder.ts";
import { nestedRoots } from "./nested-roots.ts";

const base = temporaryFolder();
plant(base, { "work/shop/a.md": "", "work-notes/b.md": "" });
symlinkSync(join(base, "work"), join(base, "alias"));

const found = (...roots: ReadonlyArray<readonly [name: string, access: Access]>) =>
  [...nestedRoots(roots.map(([name, access]) => ({ path: join(base, name), access })))].map(({ level }) => level);

describe("nestedRoots", () => {
  it("says nothing of roots that lie beside each other, be their names alike", () => {
    expect(found(["work", "read"], ["work-notes", "full"])).toEqual([]);
  });

  it("notes a root inside another, in either order", () => {
    expect(found(["work", "read"], ["work/shop", "read"])).toEqual(["note"]);
    expect(found(["work/shop", "write"], ["work", "read"])).toEqual(["note"]);
    expect(found(["work", "full"], ["work/shop", "write"])).toEqual(["note"]);
  });

  it("knows a folder that is given twice, by a link too", () => {
    expect(found(["work", "read"], ["alias", "read"])).toEqual(["note"]);
    expect(found(["work", "read"], ["alias", "full"])).toEqual(["warning"]);
  });

  it("says nothing of roots that are not there", () => {
    expect(found(["work", "read"], ["work/gone", "read"])).toEqual([]);
  });
});
