import { symlinkSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { RawServer } from "@drawbridge/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtCli } from "./stand/built-cli.ts";
import { document } from "./stand/document.ts";
import { plant } from "./stand/plant.ts";
import { temporaryFolder } from "./stand/temporary-folder.ts";

const mebibyte = 1024 * 1024;
const folder = temporaryFolder();
const outside = temporaryFolder();
const png = document("loaf.png");

plant(outside, { "other.png": png });
plant(folder, {
  ...Object.fromEntries(
    ["loaf.png", "loaf.jpg", "loaf.gif", "loaf.webp", "loaf.tiff", "bell.wav", "recipes.pdf", "orders.xlsx"].map(
      (name) => [name, document(name)],
    ),
  ),
  "photo.jpeg": document("loaf.jpg"),
  "picture.html": png,
  "polyglot.gif": Buffer.concat([document("loaf.gif"), Buffer.from("<script>alert(1)</script>")]),
  "page.png": "<!doctype html><p>text</p>",
  "drawing.svg": '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
  "full.png": Buffer.concat([png, Buffer.alloc(5 * mebibyte - png.length)]),
  "over.png": Buffer.concat([png, Buffer.alloc(5 * mebibyte - png.length + 1)]),
  "huge.png": png,
  "unknown.bin": Buffer.from([0, 1, 2, 3]),
  "film.mp4": Buffer.from("\0\0\0\x18ftypmp42\0\0\0\0mp42isom", "latin1"),
  "server.pem": png,
  "empty.png": "",
});
truncateSync(join(folder, "huge.png"), 1024 ** 4);
symlinkSync(join(outside, "other.png"), join(folder, "link.png"));

const server = new RawServer(builtCli, { argv: [folder] });
beforeAll(() => server.initialize());
afterAll(() => server.endInput());

async function read(path: string) {
  const { result } = await server.request("tools/call", { name: "fs_read_media", arguments: { path } });
  const { content, _meta: meta } = result as { content: Array<Record<string, string>>; _meta: Record<string, unknown> };
  return { meta, text: content[0]?.text, block: content[1] };
}

describe("fs_read_media", () => {
  it.each([
    ["loaf.png", "image", "image/png"],
    ["loaf.jpg", "image", "image/jpeg"],
    ["photo.jpeg", "image", "image/jpeg"],
    ["loaf.gif", "image", "image/gif"],
    ["loaf.webp", "image", "image/webp"],
    ["loaf.tiff", "image", "image/tiff"],
    ["bell.wav", "audio", "audio/wav"],
  ])("answers %s as it is, behind a header", async (path, type, mimeType) => {
    const { block, meta } = await read(path);
    const bytes = document(path === "photo.jpeg" ? "loaf.jpg" : path);
    expect(block).toEqual({ type, mimeType, data: bytes.toString("base64") });
    expect(meta).toMatchObject({
      path: join(folder, path),
      type: mimeType,
      size: bytes.length,
      etag: expect.any(String),
    });
    expect(meta.name_says).toBeUndefined();
  });

  it("goes by the bytes where a name lies, and says so", async () => {
    expect(await read("picture.html")).toMatchObject({
      meta: { type: "image/png", name_says: "text/html" },
      block: { mimeType: "image/png" },
    });
    expect((await read("polyglot.gif")).block).toMatchObject({ mimeType: "image/gif" });
  });

  it("says of a type that few models take that it is one", async () => {
    expect([(await read("loaf.tiff")).meta.support, (await read("loaf.png")).meta.support]).toEqual([
      expect.any(String),
      undefined,
    ]);
  });

  it.each([
    ["page.png", "fs_read"],
    ["drawing.svg", "fs_read"],
    ["empty.png", "fs_read"],
    ["recipes.pdf", "fs_outline"],
    ["orders.xlsx", "fs_outline"],
    ["unknown.bin", "resource"],
    ["film.mp4", "resource"],
  ])("refuses %s, and names what reads it", async (path, advice) => {
    const { meta, text, block } = await read(path);
    expect([meta.code, block]).toEqual(["invalid_input", undefined]);
    expect(text).toContain(advice);
  });

  it("takes what just fits, and refuses what is larger before it is read", async () => {
    expect((await read("full.png")).block?.data).toHaveLength(Math.ceil((5 * mebibyte) / 3) * 4);
    for (const [path, size] of [
      ["over.png", 5 * mebibyte + 1],
      ["huge.png", 1024 ** 4],
    ] as const) {
      const { meta, text } = await read(path);
      expect(meta.code).toBe("refused");
      expect(text).toContain(`${size} bytes, and ${5 * mebibyte} are the most`);
    }
  });

  it.each(["link.png", join(outside, "other.png"), "server.pem"])("does not show %s", async (path) => {
    expect(await read(path)).toMatchObject({ meta: { code: "refused" }, block: undefined });
  });
});
