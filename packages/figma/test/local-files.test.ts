import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { shopDocument } from "@drawbridge/sandbox";
import { afterAll, describe, expect, it } from "vitest";
import { LocalFiles } from "../src/files/local-files.ts";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "figma-files-")));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const never = new AbortController().signal;

function plant(path: string, content: string | object): string {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), typeof content === "string" ? content : JSON.stringify(content));
  return join(folder, path);
}

const shop = plant("shop.json", { name: "Shop", ...shopDocument() });
const open = (paths: readonly string[], mostBytes = 1 << 20) => new LocalFiles(paths, mostBytes);

describe("local files", () => {
  it("are found by their base name, with or without extension, and by their path", () => {
    const files = open([shop]);
    for (const name of ["shop.json", "shop", shop]) expect(files.find(name)).toBe(shop);
    for (const name of ["shop.fig", "/etc/passwd", "..", join(folder, "other.json")])
      expect(files.find(name)).toBeUndefined();
  });

  it("that are called alike are told apart by their paths", () => {
    const [one, other] = [plant("a/page.json", {}), plant("b/page.json", {})];
    const files = open([one, other]);
    expect(files.names).toEqual([one, other]);
    expect(() => files.find("page.json")).toThrow(`Name one of them as: ${one}, ${other}`);
    expect(files.find(other)).toBe(other);
    expect(() => open([plant("kit.json", {}), plant("kit.fig", "")]).find("kit")).toThrow("as: kit.json, kit.fig.");
  });

  it("are read once for as long as they stay as they are", async () => {
    const files = open([shop]);
    const first = await files.read(shop, never);
    expect(await files.read(shop, never)).toBe(first);
    writeFileSync(shop, JSON.stringify({ name: "Shop, saved", ...shopDocument("Other words") }));
    const second = await files.read(shop, never);
    expect([second.name, second.version === first.version, second.source]).toEqual(["Shop, saved", false, "rest"]);
  });

  it("may begin with a byte order mark", async () => {
    const path = plant("marked.json", `\ufeff${JSON.stringify({ name: "Marked", ...shopDocument() })}`);
    expect(await open([path]).read(path, never)).toMatchObject({ name: "Marked" });
  });

  it.each([
    ["no JSON", "{", "no JSON that can be read"],
    ["another JSON", "[1]", "has no document with pages"],
    ["null", "null", "not a document of Figma's API"],
    ["a tree that is none", '{"document":{"id":"0:0","type":"DOCUMENT","children":[null]}}', "no document with pages"],
  ])("say of %s what is wrong with it", async (name, content, words) => {
    const path = plant(`${name}.json`, content);
    await expect(open([path]).read(path, never)).rejects.toMatchObject({
      code: "invalid_input",
      message: expect.stringContaining(words),
    });
  });

  it("say of a broken .fig that it is broken, of a huge file that it is, and of a lost one that it is gone", async () => {
    const broken = plant("broken.fig", "fig-kiwi\0\0\0\0and nothing that follows");
    await expect(open([broken]).read(broken, never)).rejects.toMatchObject({ code: "invalid_input" });
    await expect(open([shop], 100).read(shop, never)).rejects.toMatchObject({ code: "refused" });
    const lost = join(folder, "lost.json");
    await expect(open([lost]).read(lost, never)).rejects.toMatchObject({ code: "not_found" });
  });

  it("may be given up by who waits for them", async () => {
    const leaving = new AbortController();
    leaving.abort(new Error("left"));
    await expect(open([shop]).read(shop, leaving.signal)).rejects.toThrow("left");
  });
});
