import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DownloadFolder } from "./download-folder.ts";

let base: string;
let root: string;
beforeEach(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), "downloads-")));
  root = join(base, "root");
  mkdirSync(root);
  mkdirSync(join(base, "outside"));
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const bytes = Buffer.from("a picture");
const at = (path: string) => readFileSync(join(root, path), "utf8");

describe("the download folder", () => {
  it("makes the directories on the way, and leaves nothing else behind", () => {
    new DownloadFolder(root).write("icons/small", "a.png", bytes, false);
    expect(at("icons/small/a.png")).toBe("a picture");
    expect(readdirSync(join(root, "icons/small"))).toEqual(["a.png"]);
  });

  it("takes . for itself, and its own path for what it is", () => {
    const folder = new DownloadFolder(root);
    folder.write(".", "a.png", bytes, false);
    folder.write(join(root, "icons"), "b.png", bytes, false);
    expect([at("a.png"), at("icons/b.png")]).toEqual(["a picture", "a picture"]);
  });

  it("replaces nothing unless it is told to", () => {
    const folder = new DownloadFolder(root);
    writeFileSync(join(root, "a.png"), "mine");
    expect(() => folder.write(".", "a.png", bytes, false)).toThrow("a.png is there already");
    expect([at("a.png"), readdirSync(root)]).toEqual(["mine", ["a.png"]]);
    folder.write(".", "a.png", bytes, true);
    expect(at("a.png")).toBe("a picture");
  });

  it.each(["..", "icons/../..", "/", "/etc", "a/../../b", "\0"])("is not left by way of %j", (directory) => {
    expect(() => new DownloadFolder(root).write(directory, "a.png", bytes, false)).toThrow("leads out of it");
    expect(readdirSync(base).sort()).toEqual(["outside", "root"]);
  });

  it.runIf(process.platform !== "win32")("is not left through links, of directories or of files", () => {
    symlinkSync(join(base, "outside"), join(root, "icons"));
    symlinkSync(join(base, "outside/a.png"), join(root, "a.png"));
    const folder = new DownloadFolder(root);
    expect(() => folder.write("icons", "a.png", bytes, true)).toThrow("a link, which is not followed");
    expect(() => folder.write("icons/deep", "a.png", bytes, true)).toThrow("a link, which is not followed");
    expect(() => folder.write(".", "a.png", bytes, false)).toThrow("is there already");
    folder.write(".", "a.png", bytes, true);
    expect([readdirSync(join(base, "outside")), at("a.png")]).toEqual([[], "a picture"]);
  });

  it("is refused at start where it is no folder", () => {
    expect(() => new DownloadFolder(join(base, "nowhere"))).toThrow("which is no folder");
    writeFileSync(join(base, "file"), "");
    expect(() => new DownloadFolder(join(base, "file"))).toThrow("which is no folder");
  });
});
