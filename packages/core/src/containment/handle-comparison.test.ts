import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { handleComparison } from "./handle-comparison.ts";

const names = ["console.txt", "nullable", "com10", "lpt", "aux-1", ".con", "a b", "prn_", "com1x.txt"];

const laid: string[] = [];
afterEach(() => {
  for (const base of laid.splice(0)) rmSync(base, { recursive: true, force: true });
});

function lay() {
  const base = realpathSync(mkdtempSync(join(tmpdir(), "drawbridge-containment-")));
  laid.push(base);
  for (const folder of ["outside", "root/dir"]) mkdirSync(join(base, folder), { recursive: true });
  writeFileSync(join(base, "outside/file"), "OUTSIDE");
  for (const name of ["dir/file", "file", ...names]) writeFileSync(join(base, "root", name), "INSIDE");
  return { base, root: handleComparison.openRoot(join(base, "root")) };
}

const code = (code: string) => expect.objectContaining({ code });

describe("Windows's containment, as far as any system has what it is made with,", () => {
  it.each([
    ...["NUL", "nul.txt", "CON", "con.tar.gz", "PRN", "aux", "COM1", "com¹.log", "LPT9", "CONIN$", "conout$"],
    ...["file:stream", "file::$DATA", "C:", "a\\b", "a/b", "file.", "file ", "a?", "a*", "a<b", 'a"b', "a|b"],
  ])("refuses the name %s before the system sees it, also of what is to be made", (name) => {
    const { root } = lay();
    for (const use of [() => root.step(name), () => root.stat(name), () => root.withPath(name, () => "called")])
      expect(use).toThrow(code("EINVAL"));
  });

  it.each(names)("takes the name %s, which only looks like one of those", (name) => {
    const { root } = lay();
    const descriptor = root.step(name).openFile();
    expect(readFileSync(descriptor, "utf8")).toBe("INSIDE");
    closeSync(descriptor);
  });

  it("opens nothing through a folder that was swapped for a link, nor a file that was replaced", () => {
    const { base, root } = lay();
    const dir = root.step("dir").intoDirectory();
    const [inner, file] = [dir.step("file"), root.step("file")];
    renameSync(join(base, "root/dir"), join(base, "root/parked"));
    symlinkSync(join(base, "outside"), join(base, "root/dir"));
    for (const use of [
      () => dir.list(),
      () => dir.step("file"),
      () => inner.openFile(),
      () => dir.withPath("x", () => {}),
    ])
      expect(use).toThrow(expect.objectContaining({ code: expect.stringMatching(/^(?:ESTALE|ELOOP)$/) }));
    rmSync(join(base, "root/file"));
    symlinkSync(join(base, "outside/file"), join(base, "root/file"));
    expect(() => file.openFile()).toThrow(code("ELOOP"));
  });
});
