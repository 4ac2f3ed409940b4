import { symlinkSync } from "node:fs";
import { join } from "node:path";
import type { Host } from "@drawbridge/testkit";
import { beforeAll, describe, expect, it } from "vitest";
import { plant } from "../../test/stand/plant.ts";
import { serveHere } from "../../test/stand/serve-here.ts";
import { temporaryFolder } from "../../test/stand/temporary-folder.ts";

const folder = temporaryFolder();
const outside = temporaryFolder();
plant(folder, { "notes/monday.md": "one\n" });
plant(outside, { "secret/other.md": "two\n" });
symlinkSync(outside, join(folder, "link"));

let host: Host;
beforeAll(async () => {
  host = await serveHere(folder);
});

describe("summarize_directory", () => {
  it("leads through our own tools, in the folder that is meant", async () => {
    const text = await host.getPrompt("summarize_directory", { path: "notes", focus: "what to do on Monday" });
    expect(text).toContain(`"${folder}/notes". What I want to know: what to do on Monday`);
    expect(text.match(/fs_\w+/g)).toEqual(["fs_list", "fs_find", "fs_outline", "fs_read", "fs_read_many"]);
  });

  it("takes the first root without a path", async () => {
    expect(await host.getPrompt("summarize_directory", {})).toContain(`"${folder}"`);
  });
});

describe("find_and_replace", () => {
  const replacing = (more: Record<string, string> = {}) =>
    host.getPrompt("find_and_replace", { find: 'a "b"\n', replace: "", ...more });

  it("leads from the matches over a dry run and a question to the change", async () => {
    const text = await replacing({ path: "notes", glob: "*.md" });
    expect(text).toContain(`{"pattern":"a \\"b\\"\\n","regex":false,"path":"${folder}/notes","glob":"*.md"}`);
    const steps = ["fs_grep", "dry_run true", "ask whether to go on", "without dry_run", "fs_undo"];
    const places = steps.map((step) => text.indexOf(step));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThan(0);
  });

  it("takes a single file as well", async () => {
    expect(await replacing({ path: "notes/monday.md" })).toContain("monday.md");
  });
});

describe("a prompt's path", () => {
  it.each(["../", "/etc", "link", "link/secret", "notes/../.."])("is refused outside the roots: %s", async (path) => {
    await expect(host.getPrompt("summarize_directory", { path })).rejects.toThrow(/refused|outside/);
    await expect(host.getPrompt("find_and_replace", { find: "a", replace: "b", path })).rejects.toThrow(
      /refused|outside/,
    );
  });

  it("is said to be wrong where it leads nowhere, or to a file for a folder", async () => {
    await expect(host.getPrompt("summarize_directory", { path: "noets" })).rejects.toThrow("notes");
    await expect(host.getPrompt("summarize_directory", { path: "notes/monday.md" })).rejects.toThrow("no folder");
  });
});
