import { closeSync, ftruncateSync, openSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { ConnectorError, Page, Redactor, type ToolContext } from "@drawbridge/core";
import { describe, expect, it } from "vitest";
import type { Files } from "../src/files.ts";
import { grep, type Wanted } from "../src/searching/grep.ts";
import { makeFifo } from "./stand/make-fifo.ts";
import { openFiles } from "./stand/open-files.ts";
import { plant } from "./stand/plant.ts";
import { startSwapping } from "./stand/start-swapping.ts";
import { temporaryFolder } from "./stand/temporary-folder.ts";

const usual = { path: ".", regex: true, case: true, context: 0, mode: "content", limit: 1000 } as const;

async function search(
  client: Files,
  wanted: Partial<Wanted> & Pick<Wanted, "pattern">,
  signal = AbortSignal.timeout(20_000),
) {
  const page = new Page(undefined, 60_000);
  const { stretch: withoutCutSecrets } = new Redactor();
  const context = { client, page, signal, withoutCutSecrets, progress() {} } as unknown as ToolContext<Files>;
  const { facts = {}, parts } = await grep({ ...usual, ...wanted }, context);
  return { facts, text: parts.map((part) => ("text" in part ? part.text : "")).join(""), next: page.next };
}

const shared = temporaryFolder();

function folderWith(name: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = join(shared, name);
  plant(folder, { "./": "", ...files });
  return folder;
}

const childrenNow = () => readFileSync(`/proc/self/task/${process.pid}/children`, "utf8").trim();

describe.runIf(process.platform === "linux")("fs_grep under attack", () => {
  it("never shows, names or counts what lies outside while a folder is swapped for a link, in 20,000 files that it opens, and finds some inside", async () => {
    // Of each search all are opened, one after another.
    const many = Array.from({ length: 256 }, (_, number) => `file-${number}`);
    await using swapped = await startSwapping(join(shared, "swapped"), many);
    const files = openFiles([swapped.root]);
    const before = readdirSync("/proc/self/fd").length;
    let inside = 0;
    for (let round = 0; round < 20_000 / many.length; round += 1) {
      const mode = (["content", "files", "count"] as const)[round % 3] ?? "content";
      try {
        const outside = await search(files, { pattern: "OUTSIDE", mode });
        expect(outside.text).toBe("");
        if ((await search(files, { pattern: "INSIDE", mode })).text !== "") inside += 1;
      } catch (error) {
        if (!ConnectorError.is(error)) throw error;
        expect(["refused", "not_found", "conflict"]).toContain(error.code);
      }
    }
    expect(inside).toBeGreaterThan(10);
    expect(readdirSync("/proc/self/fd").length).toBeLessThanOrEqual(before);
  }, 120_000);

  it("passes links out of the root, FIFOs and files of enormous size", async () => {
    const folder = folderWith("special", { "a.txt": "moat\n", "z.txt": "moat\n" });
    symlinkSync("/etc/passwd", join(folder, "b.txt"));
    symlinkSync("/dev/zero", join(folder, "c.txt"));
    makeFifo(join(folder, "d.txt"));
    const sparse = openSync(join(folder, "e.txt"), "w");
    ftruncateSync(sparse, 3 * 1024 ** 3);
    closeSync(sparse);
    const files = openFiles([folder]);
    expect((await search(files, { pattern: "moat|root" })).text).toBe("a.txt\n1: moat\n\nz.txt\n1: moat");
  });

  it("answers the same of a place of secrets whether it matches or not, also when it is named", async () => {
    const folder = folderWith("secrets", { ".env": "PASSWORD=moat\n", "private/a.txt": "moat\n", "b.txt": "moat\n" });
    const files = openFiles([folder], { deny: ["private/**"] });
    for (const mode of ["content", "files", "count"] as const) {
      const { text } = await search(files, { pattern: "moat", mode });
      expect(text).toContain("b.txt");
      expect(text).not.toMatch(/env|private/);
      for (const pattern of ["moat", "drawbridge"]) {
        const named = search(files, { pattern, path: ".env", mode });
        await expect(named).rejects.toMatchObject({
          code: "refused",
          message: expect.stringContaining("is not shown"),
        });
      }
    }
  });

  it("keeps a private key that one of its lines would be shown of", async () => {
    const key = `-----BEGIN PRIVATE KEY-----\n${"MIIEmoat+abcdefghijklmnopqrstuvwxyz\n".repeat(8)}-----END PRIVATE KEY-----\n`;
    const files = openFiles([folderWith("key", { "notes.md": `a moat\n${key}` })]);
    const { text } = await search(files, { pattern: "moat" });
    expect(text).toContain("1: a moat");
    expect(text).not.toContain("MIIE");
  });

  it("ends its children at once when it is cancelled, and leaves none behind", async () => {
    const folder = folderWith("slow", {});
    for (let number = 0; number < 8; number += 1)
      plant(folder, { [`${number}.txt`]: `${"a".repeat(40)}\n`.repeat(500_000) });
    const files = openFiles([folder]);
    const before = childrenNow();
    const stop = new AbortController();
    const ended = search(files, { pattern: "(?:\\w?){200}\\d" }, stop.signal);
    const watch = setInterval(() => {
      if (childrenNow() !== before) stop.abort(new Error("enough"));
    }, 5);
    await expect(ended).rejects.toThrow("enough");
    clearInterval(watch);
    expect(childrenNow()).toBe(before);
  });
});
