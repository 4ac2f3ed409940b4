import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { plant } from "../test/stand/plant.ts";
import { serveHere } from "../test/stand/serve-here.ts";
import { temporaryFolder } from "../test/stand/temporary-folder.ts";

const base = temporaryFolder();

describe.runIf(process.platform === "linux")("a root that was removed", () => {
  it("is said to be gone, and is not taken for empty, even when another is in its place", async () => {
    const root = join(base, "gone");
    plant(root, { "a.txt": "" });
    const host = await serveHere(root);
    await host.callTool("fs_list");
    rmSync(root, { recursive: true });
    const { meta, text } = await host.callTool("fs_list");
    expect([meta.code, meta.retryable, text]).toEqual(["refused", false, expect.stringContaining("restart")]);
    mkdirSync(root);
    writeFileSync(join(root, "a.txt"), "");
    expect((await host.callTool("fs_read", { path: "a.txt" })).meta.code).toBe("refused");
  });
});

describe("what is not there", () => {
  it("is named as the link that leads nowhere, and never suggested in its own place", async () => {
    const root = join(base, "links");
    plant(root, { "other.txt": "" });
    symlinkSync("nowhere", join(root, "dangling"));
    const { text } = await (await serveHere(root)).callTool("fs_read", { path: "dangling" });
    expect(text).toContain("leads nowhere");
    expect(text).not.toContain("Did you mean dangling");
  });
});

describe("a walk to the bottom", () => {
  it("counts what lies deeper than it goes", async () => {
    const root = join(base, "deep");
    mkdirSync(join(root, ...Array.from({ length: 258 }, () => "d")), { recursive: true });
    const { structured } = await (await serveHere(root)).callTool("fs_find", { glob: "end.txt" });
    expect(structured).toMatchObject({ matches: [], unreadable: 1 });
  });

  it.runIf(process.platform === "linux")("counts names that are not UTF-8, which nobody could ask for", async () => {
    const root = join(base, "odd");
    plant(root, { "a.txt": "" });
    writeFileSync(Buffer.concat([Buffer.from(`${root}/bad`), Buffer.from([0xff]), Buffer.from(".txt")]), "");
    const { structured } = await (await serveHere(root)).callTool("fs_list");
    expect(structured).toMatchObject({ entries: [{ path: "a.txt" }], unreadable: 1 });
  });
});

describe("--tools", () => {
  it("takes the files away as resources with the tool that reads them", async () => {
    const root = join(base, "closed");
    plant(root, { "a.txt": "" });
    const host = await serveHere("--tools", "fs_roots", root);
    await expect(host.readResource(`file://${root}/a.txt`)).rejects.toThrow();
    const open = await serveHere("--tools", "fs_read", root);
    expect(await open.readResource(`file://${root}/a.txt`)).toMatchObject({ text: "" });
  });
});
