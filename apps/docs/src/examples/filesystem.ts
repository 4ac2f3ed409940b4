import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Connector } from "@drawbridge/core";
import { filesystem } from "@drawbridge/filesystem";
import type { Example } from "./example.ts";

/** One pixel: enough for a picture to be shown. */
const pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

/** The filesystem connector on a copy of the papers of a small bakery. */
export const filesystemExample: Example = {
  connector: filesystem as unknown as Connector,
  calls: {
    fs_roots: {},
    fs_list: { depth: 2 },
    fs_find: { glob: "recipes/*rye*" },
    fs_grep: { pattern: "butter", case: false },
    fs_stat: { path: "recipes/brioche.md", hash: true },
    fs_read: { path: "recipes/brioche.md" },
    fs_read_many: { paths: ["recipes/brioche.md", "logs/oven.log"] },
    fs_read_media: { path: "loaf.png" },
    fs_outline: { path: "README.md" },
    fs_write: { path: "notes/monday.md", content: "Order rye flour.\n", parents: true },
    fs_edit: { edits: [{ path: "recipes/brioche.md", old: "salt 20 g", new: "salt 18 g" }] },
    fs_undo: ({ transaction }) => ({ transaction }),
    fs_mkdir: { path: "archive" },
    fs_copy: { from: "recipes", to: "archive/recipes" },
    fs_move: { from: "notes/monday.md", to: "notes/done.md" },
    fs_zip: { paths: ["recipes"], to: "recipes.zip" },
    fs_unzip: { path: "recipes.zip", to: "unpacked" },
    fs_delete: { path: "notes/done.md" },
    fs_history: { limit: 3 },
  },
  async start() {
    const base = mkdtempSync(join(tmpdir(), "drawbridge-docs-"));
    const folder = join(base, "bakery");
    cpSync(fileURLToPath(new URL("../../../demo/sample", import.meta.url)), folder, { recursive: true });
    writeFileSync(join(folder, "loaf.png"), Buffer.from(pixel, "base64"));
    return {
      options: { argv: [`${folder}:full`, "--journal", join(base, "journal"), "--confirm", "never"] },
      shownAs: new Map([[base, "/home/you"]]),
      async [Symbol.asyncDispose]() {
        rmSync(base, { recursive: true });
      },
    };
  },
};
