import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { errorCode } from "../../test/stand/error-code.ts";
import { openFiles } from "../../test/stand/open-files.ts";
import { plant } from "../../test/stand/plant.ts";
import { temporaryFolder } from "../../test/stand/temporary-folder.ts";
import { Files } from "../files.ts";
import { GuardedPlaces } from "../guarding/guarded-places.ts";
import { openRegular } from "../reading/open-regular.ts";
import { openRoots } from "../roots/open-roots.ts";

const base = temporaryFolder();
const at = (path: string) => join(base, path);
plant(base, {
  "notes/a.md": "NOTES",
  "work/b.md": "WORK",
  "work/private/plan.md": "PRIVATE",
  "work/.env": "KEY=1",
  "work/inner/c.md": "INNER",
  "work-evil/b.md": "OUTSIDE",
  "secret/key": "OUTSIDE",
});
symlinkSync(at("work"), at("alias"));
const link = (target: string, path: string) => symlinkSync(target, at(path));
link(at("work/b.md"), "notes/absolute");
link("../work/b.md", "notes/relative");
link("../work", "notes/folder");
link(at("alias/b.md"), "notes/by-given");
link("../work/back", "notes/there-and-back");
link("../notes/a.md", "work/back");
link("../work/inner/c.md", "notes/inner");
link("inner/c.md", "work/down");
link("../b.md", "work/inner/up");
link("../work/out", "notes/by-way-of");
link(at("secret/key"), "work/out");
link(at("secret"), "notes/out");
link("../work-evil/b.md", "notes/out-prefix");
link("..", "notes/parent");
link("../work/.env", "notes/harmless.txt");
link("../work/private/plan.md", "notes/plan.md");
link("../work/b.md", "notes/prod.env");
link("../notes/circle", "work/circle");
link("../work/circle", "notes/circle");

const roots = [at("notes"), at("alias")];

async function read(path: string, among = openFiles(roots, { followSymlinks: true })): Promise<string> {
  using opened = openRegular(among, path);
  return (await opened.read(0, 100)).toString();
}

describe("a link from one root into another", () => {
  const crossing = ["absolute", "relative", "folder/b.md", "by-given", "there-and-back", "parent/work/b.md", "inner"];

  it.each(crossing)("is refused without --follow-symlinks: %s", (path) => {
    expect(errorCode(() => openFiles(roots).reach(path))).toBe("refused");
  });

  it.each([
    ["absolute", "WORK"],
    ["relative", "WORK"],
    ["folder/b.md", "WORK"],
    ["folder/private/plan.md", "PRIVATE"],
    ["by-given", "WORK"],
    ["there-and-back", "NOTES"],
    ["parent/work/b.md", "WORK"],
    ["parent/notes/a.md", "NOTES"],
  ])("is followed with it: %s", async (path, content) => {
    expect(await read(path)).toBe(content);
  });

  it("is reached under the root that it leads to, by the names of that place", () => {
    using found = openFiles(roots, { followSymlinks: true }).reach("folder/b.md");
    expect([found.root.given, found.names, found.asked]).toEqual([at("alias"), ["b.md"], ["folder", "b.md"]]);
  });

  it.each(["out", "out/key", "by-way-of", "out-prefix", "parent", "parent/secret/key", "parent/work-evil/b.md"])(
    "is refused all the same where it leads outside all roots: %s",
    (path) => {
      expect(errorCode(() => openFiles(roots, { followSymlinks: true }).reach(path))).toBe("refused");
    },
  );

  it("is refused in a circle between them", () => {
    expect(errorCode(() => openFiles(roots, { followSymlinks: true }).reach("circle"))).toBe("refused");
  });
});

describe("what a link between roots must not open", () => {
  it.each(["harmless.txt", "folder/.env", "prod.env"])(
    "is a place of secrets, by the name that is asked for and by the place that is reached: %s",
    (path) => {
      expect(errorCode(() => openRegular(openFiles(roots, { followSymlinks: true }), path))).toBe("refused");
    },
  );

  it("is what --deny names under the root that it leads to", async () => {
    const deny = ["private/**"];
    const files = openFiles(roots, { followSymlinks: true, deny });
    expect(errorCode(() => openRegular(files, "plan.md"))).toBe("refused");
    expect(errorCode(() => openRegular(files, "folder/private/plan.md"))).toBe("refused");
    expect(await read("relative", files)).toBe("WORK");
  });
});

describe("the access of a root that a link leads to", () => {
  const grants = [
    { path: at("notes"), access: "read" as const },
    { path: at("work"), access: "full" as const },
    { path: at("work/inner"), access: "read" as const },
  ];
  const open = (followSymlinks: boolean) => {
    const { containment } = openFiles([at("notes")]);
    const among = openRoots(grants, undefined, containment);
    const none = new GuardedPlaces({ wellKnown: [] });
    return new Files({
      roots: among,
      containment,
      deny: none,
      protect: none,
      journalFolder: undefined,
      followSymlinks,
    });
  };
  const accessOf = (files: Files, path: string) => {
    using found = files.reach(path);
    return found.root.access;
  };

  it.each([
    ["notes/relative", "full"],
    ["work/back", "read"],
    ["notes/inner", "read"],
    ["work/down", "read"],
    ["work/inner/up", "full"],
    ["notes/folder/inner/c.md", "read"],
  ])("holds for %s, the innermost root's first", (path, access) => {
    const files = open(true);
    expect(accessOf(files, at(path))).toBe(access);
    files.close();
  });

  it("is no wider for a way back up out of an inner root", () => {
    const files = open(false);
    expect(errorCode(() => files.reach(at("work/inner/up")))).toBe("refused");
    files.close();
  });
});
