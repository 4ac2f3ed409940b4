import { linkSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Host } from "@drawbridge/testkit";
import { beforeAll, describe, expect, it } from "vitest";
import { document } from "./stand/document.ts";
import { plant } from "./stand/plant.ts";
import { serveHere } from "./stand/serve-here.ts";
import { temporaryFolder } from "./stand/temporary-folder.ts";

const folder = temporaryFolder();
const outside = temporaryFolder();
const token = `ghp_${"a1B2c3D4e5F6".repeat(3)}`;

plant(outside, { "other.md": "# OUTSIDE\n" });
plant(folder, {
  "notes.md": "# One\n\n## Two\n",
  "changing.md": "# A heading that is long enough to fill a page some day\n".repeat(5000),
  "recipes.pdf": document("recipes.pdf"),
  "lying.md": document("recipes.pdf"),
  "orders.xlsx": document("orders.xlsx"),
  "utf16.json": Buffer.from('\ufeff{"naïve": 1}', "utf16le"),
  "shift.csv": Buffer.from("a,b\n\x93\xfa\x96\x7b,1\n", "latin1"),
  "secret.json": JSON.stringify({ [token]: 1 }),
  ".env.json": "{}",
  "binary.ts": Buffer.from([0x47, 0, 1, 2]),
  "picture.txt": document("loaf.png"),
});
symlinkSync(join(outside, "other.md"), join(folder, "link.md"));
linkSync(join(folder, "notes.md"), join(folder, "same.md"));

let host: Host;
beforeAll(async () => {
  host = await serveHere(folder);
});

const outline = (path: string, more = {}) => host.callTool("fs_outline", { path, ...more });

describe("fs_outline", () => {
  it("answers under a header that says what the file is, with the etag of fs_read", async () => {
    const { text, meta } = await outline("notes.md");
    expect(text).toMatch(/<data \w+>\n1-3: # One\n {2}3: ## Two\n/);
    expect(meta).toMatchObject({ path: join(folder, "notes.md"), kind: "markdown", headings: 2, nlink: 2 });
    expect(meta.etag).toBe((await host.callTool("fs_read", { path: "notes.md" })).meta.etag);
  });

  it("reads PDFs and workbooks, whatever they are called", async () => {
    expect((await outline("recipes.pdf")).text).toContain("Café crème goes well with it.");
    expect((await outline("lying.md")).meta.kind).toBe("pdf");
    expect((await outline("orders.xlsx")).text).toContain("A41: O-040");
  });

  it("gives by pages what it gives at once", async () => {
    const small = await serveHere("--max-result-bytes", "1024", folder);
    for (const path of ["recipes.pdf", "orders.xlsx"]) {
      const whole = dataIn((await outline(path)).text);
      let joined = "";
      let cursor: unknown;
      do {
        const { text, meta } = await small.callTool("fs_outline", {
          path,
          ...(cursor === undefined ? {} : { cursor }),
        });
        joined += dataIn(text);
        cursor = meta.nextCursor;
      } while (cursor !== undefined);
      expect(joined).toBe(whole);
    }
  });

  it("refuses a cursor once the file has changed", async () => {
    const { meta } = await outline("changing.md");
    writeFileSync(join(folder, "changing.md"), "# Another\n");
    expect((await outline("changing.md", { cursor: meta.nextCursor })).meta.code).toBe("conflict");
  });

  it("reads text in other encodings", async () => {
    expect((await outline("utf16.json")).text).toContain("naïve: number");
    expect((await outline("shift.csv")).meta).toMatchObject({ rows: 1, columns: 2 });
  });

  it.each([
    ["link.md", "refused"],
    [join(outside, "other.md"), "refused"],
    [".env.json", "refused"],
    [".", "invalid_input"],
    ["missing.md", "not_found"],
    ["binary.ts", "refused"],
  ])("does not read %s", async (path, code) => {
    const { meta, text } = await outline(path);
    expect(meta.code).toBe(code);
    expect(text).not.toContain("OUTSIDE");
  });

  it("names the tool that would do, for what has no outline", async () => {
    expect((await outline("picture.txt")).text).toMatch(/fs_read reads text, fs_read_media images/);
  });

  it("holds the size that the person allows", async () => {
    const strict = await serveHere("--max-file-bytes", "1000", folder);
    expect((await strict.callTool("fs_outline", { path: "recipes.pdf" })).meta.code).toBe("refused");
    expect((await strict.callTool("fs_outline", { path: "notes.md" })).isError).toBe(false);
  });

  it("shows no token of known shape, even as a key", async () => {
    const { text } = await outline("secret.json");
    expect(text).toContain("redacted github-token");
    expect(text).not.toContain(token);
  });
});

function dataIn(text: string): string {
  return /<data .{8}>\n([\s\S]*)\n<\/data .{8}>$/.exec(text)?.[1] ?? "";
}
