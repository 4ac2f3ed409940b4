import { linkSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { errorCode } from "../../test/stand/error-code.ts";
import { openFiles } from "../../test/stand/open-files.ts";
import { plant } from "../../test/stand/plant.ts";
import { temporaryFolder } from "../../test/stand/temporary-folder.ts";
import type { Files } from "../files.ts";
import { openRegular } from "../reading/open-regular.ts";

const base = temporaryFolder();
const folder = join(base, "root");
plant(base, {
  "root/notes/deep/a.md": "inside",
  "root/b.md": "inside too",
  "root-evil/b.md": "OUTSIDE",
  "secret/key": "OUTSIDE",
  "secret/folder/key": "OUTSIDE",
});
symlinkSync(folder, join(base, "alias"));
symlinkSync(join(base, "secret"), join(base, "alias-of-secret"));

const link = (target: string, at: string) => symlinkSync(target, join(folder, at));
link("notes/deep/a.md", "relative");
link(join(folder, "b.md"), "absolute");
link(join(base, "alias/b.md"), "through-given");
link(join(base, "alias"), "given-itself");
link("notes", "folder");
link("../../b.md", "notes/deep/up");
link("../root/b.md", "out-and-back");
link(`${"../".repeat(15)}${join(folder, "b.md").slice(1)}`, "far-out-and-back");
link("./notes/.././b.md", "dotted");
link(".", "self");
link("relative", "link-to-link");
link("circle-b", "circle-a");
link("circle-a", "circle-b");
link("loop/loop", "loop");
link("b.md/..", "file-then-up");
link("missing", "dangling-inside");
link("notes/../../secret/key", "out-relative");
link(join(base, "secret/key"), "out-absolute");
link(join(base, "secret"), "out-folder");
link("../secret", "out-folder-relative");
link(join(base, "secret/missing"), "out-dangling");
link("/nowhere/at/all", "out-nowhere");
link("../root-evil/b.md", "out-prefix");
link(`${folder}-evil/b.md`, "out-prefix-absolute");
link("../alias-of-secret/key", "out-through-alias");
link("..", "parent");
link("/", "slash");
link("/proc/self/root/etc/passwd", "magic");
for (let number = 0; number < 45; number += 1) link(number === 0 ? "b.md" : `chain-${number - 1}`, `chain-${number}`);

const files = openFiles([folder]);

async function content(client: Files, path: string): Promise<string> {
  using opened = openRegular(client, path);
  return (await opened.read(0, 1000)).toString();
}

describe("a link that stays inside", () => {
  it.each([
    ["relative", ["notes", "deep", "a.md"]],
    ["absolute", ["b.md"]],
    ["folder/deep/a.md", ["notes", "deep", "a.md"]],
    ["notes/deep/up", ["b.md"]],
    ["out-and-back", ["b.md"]],
    ["far-out-and-back", ["b.md"]],
    ["dotted", ["b.md"]],
    ["self/self/self/b.md", ["b.md"]],
    ["link-to-link", ["notes", "deep", "a.md"]],
    ["parent/root/b.md", ["b.md"]],
    [`slash${join(folder, "b.md")}`, ["b.md"]],
    ["chain-39", ["b.md"]],
  ])("is followed: %s", (path, names) => {
    using reached = files.reach(path);
    expect(reached.names).toEqual(names);
    expect(reached.entry?.stats.isFile()).toBe(true);
  });

  it("is followed by the path of the root as it was given", async () => {
    const given = openFiles([join(base, "alias")]);
    expect(await content(given, "through-given")).toBe("inside too");
    expect(await content(given, "given-itself/b.md")).toBe("inside too");
    expect(await content(given, "absolute")).toBe("inside too");
    expect(await content(given, join(base, "alias/b.md"))).toBe("inside too");
    expect(await content(given, join(folder, "b.md"))).toBe("inside too");
  });

  it("may be the root", () => {
    using reached = files.reach("self");
    expect([reached.entry, reached.names]).toEqual([undefined, []]);
  });

  it("is itself reached where links at the end are not followed", () => {
    using reached = files.reach("folder", false);
    expect(reached.entry?.stats.isSymbolicLink()).toBe(true);
    expect(reached.names).toEqual(["folder"]);
  });

  it("is still followed on the way where links at the end are not", () => {
    using reached = files.reach("folder/deep/up", false);
    expect(reached.names).toEqual(["notes", "deep", "up"]);
    expect(reached.entry?.stats.isSymbolicLink()).toBe(true);
  });

  it("is followed everywhere under the root /", async () => {
    const everything = openFiles(["/"]);
    expect(await content(everything, join(folder, "absolute"))).toBe("inside too");
    expect(await content(everything, join(folder, "out-and-back"))).toBe("inside too");
    expect(await content(everything, join(folder, "out-absolute"))).toBe("OUTSIDE");
  });
});

describe("a link that leads outside", () => {
  it.each([
    "out-relative",
    "out-absolute",
    "out-folder",
    "out-folder/key",
    "out-folder/folder/../key",
    "out-folder-relative/key",
    "out-dangling",
    "out-nowhere",
    "out-prefix",
    "out-prefix-absolute",
    "out-through-alias",
    "parent",
    "parent/secret/key",
    "parent/root-evil/b.md",
    "slash",
    "slash/etc/passwd",
    "magic",
    "through-given",
  ])("is refused: %s", (path) => {
    expect(errorCode(() => files.reach(path))).toBe("refused");
  });

  it("is refused in the same words whether what it leads to exists or not", () => {
    const messages = ["out-absolute", "out-dangling", "out-nowhere", "out-folder"].map((path) => {
      try {
        files.reach(path)[Symbol.dispose]();
        return "reached";
      } catch (error) {
        return (error as Error).message.replaceAll(path, "…");
      }
    });
    expect(new Set(messages).size).toBe(1);
    expect(messages[0]).toContain("outside");
  });

  it("is refused between roots: a link stays in the root that it lies in", () => {
    const two = openFiles([folder, join(base, "secret")]);
    expect(errorCode(() => two.reach("out-absolute"))).toBe("refused");
    expect(errorCode(() => two.reach(join(base, "secret/key")))).toBeUndefined();
  });
});

describe("a link that leads nowhere", () => {
  it.each(["circle-a", "circle-b", "loop", "chain-40", "chain-44"])(
    "is refused in a circle or a long chain: %s",
    (path) => {
      expect(errorCode(() => files.reach(path))).toBe("refused");
    },
  );

  it.each(["dangling-inside", "file-then-up", "b.md/x", "b.md/x/y", "missing/deep/down"])(
    "is not found: %s",
    (path) => {
      expect(errorCode(() => files.reach(path))).toBe("not_found");
    },
  );
});

describe("a path of everyday oddities", () => {
  it.each([
    "name with spaces",
    " ",
    "…",
    "-rf",
    "a\nb",
    "tab\there",
    "\u202egnp.txt",
    "é",
    "e\u0301",
    "..hidden",
    "...",
  ])("reaches %j", async (name) => {
    writeFileSync(join(folder, name), "odd");
    expect(await content(files, name)).toBe("odd");
  });

  it("reaches a file thousands of bytes deep", async () => {
    let path = folder;
    for (let level = 0; level < 15; level += 1) {
      path = join(path, "d".repeat(200));
      mkdirSync(path);
    }
    writeFileSync(join(path, "end.txt"), "far down");
    expect(await content(files, `${`${"d".repeat(200)}/`.repeat(15)}end.txt`)).toBe("far down");
  });

  it("reaches a file by each of its hard links", async () => {
    linkSync(join(folder, "b.md"), join(folder, "twin.md"));
    expect(await content(files, "twin.md")).toBe("inside too");
  });

  it("names what was probably meant where a name is missing", () => {
    expect(() => files.reach("notes/deep/b.md")).toThrow(/a\.md/);
  });

  it("looks for such a name in bounded time", () => {
    const crowd = join(folder, "crowd");
    mkdirSync(crowd);
    for (let number = 0; number < 5000; number += 1) writeFileSync(join(crowd, `${number}`.padEnd(240, "x")), "");
    const start = performance.now();
    expect(errorCode(() => files.reach(`crowd/${"q".repeat(250)}`))).toBe("not_found");
    expect(performance.now() - start).toBeLessThan(400);
  });
});
