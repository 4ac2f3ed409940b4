import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chooseContainment } from "@drawbridge/core";
import type { Host } from "@drawbridge/testkit";
import { beforeAll, describe, expect, it } from "vitest";
import { removeTree } from "../src/changing/disk/remove-tree.ts";
import { serveHere } from "./stand/serve-here.ts";
import { temporaryFolder } from "./stand/temporary-folder.ts";

const base = temporaryFolder();
const root = join(base, "root");
let host: Host;

/** In ISO 8859-1, as old systems wrote names. */
function place(folder: string, name: string): Buffer {
  mkdirSync(join(root, folder), { recursive: true });
  return Buffer.concat([Buffer.from(`${join(root, folder)}/`), Buffer.from(name, "latin1")]);
}

const bytesIn = (folder: string) =>
  readdirSync(join(root, folder), { encoding: "buffer" }).map((name) => name.toString("latin1"));

describe.runIf(process.platform === "linux")("a folder in which a file's name is not UTF-8", () => {
  beforeAll(async () => {
    mkdirSync(root);
    const options = ["--protect", "*.lock", "--confirm", "never", "--journal", join(base, "journal")];
    host = await serveHere(`${root}:full`, ...options);
  });

  it("is moved, deleted and brought back as a whole", async () => {
    writeFileSync(place("old", "caf\xe9.txt"), "one");
    expect((await host.callTool("fs_move", { from: "old", to: "new" })).isError).toBe(false);
    expect(bytesIn("new")).toEqual(["caf\xe9.txt"]);
    const { structured } = await host.callTool("fs_delete", { path: "new", recursive: true });
    expect([structured?.entries, existsSync(join(root, "new"))]).toEqual([2, false]);
    expect((await host.callTool("fs_undo", { transaction: structured?.transaction })).isError).toBe(false);
    expect(bytesIn("new")).toEqual(["caf\xe9.txt"]);
  });

  it("is not copied, which is said in words and leaves nothing", async () => {
    writeFileSync(place("source", "caf\xe9.txt"), "one");
    const { meta, text } = await host.callTool("fs_copy", { from: "source", to: "copy" });
    expect([meta.code, text]).toEqual(["refused", expect.stringMatching(/not UTF-8.*cannot be copied/)]);
    expect(readdirSync(root).filter((name) => /^copy|^\.drawbridge/.test(name))).toEqual([]);
  });

  it("stays where that file is protected, or is a folder that nobody can look into", async () => {
    writeFileSync(place("locked", "caf\xe9.lock"), "one");
    mkdirSync(place("nested", "caf\xe9"));
    for (const path of ["locked", "nested"])
      expect((await host.callTool("fs_delete", { path, recursive: true })).meta.code, path).toBe("refused");
  });

  it("is deleted for good when the journal forgets it", () => {
    writeFileSync(place("forgotten/inner", "caf\xe9"), "one");
    using held = chooseContainment().openRoot(root);
    removeTree(held, "forgotten");
    expect(existsSync(join(root, "forgotten"))).toBe(false);
  });
});
