import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "@drawbridge/testkit";
import { describe, expect, it } from "vitest";
import { builtCli } from "./stand/built-cli.ts";
import { plant } from "./stand/plant.ts";
import { serveBuilt } from "./stand/serve-built.ts";
import { temporaryFolder } from "./stand/temporary-folder.ts";

const base = temporaryFolder();
const notes = join(base, "notes");
plant(base, { "notes/a.md": "A", "work/b.md": "B", "with:colon/c.md": "C", "odd:reed/d.md": "D", "file.txt": "" });

const run = (...argv: string[]) => runCommand(builtCli, { argv });

async function rootsOf(argv: readonly string[], environment: Record<string, string> = {}) {
  const host = await serveBuilt(argv, environment);
  const { structured } = await host.callTool("fs_roots");
  return (structured?.roots ?? []) as ReadonlyArray<{ path: string; access: string; free_bytes: number }>;
}

const accessOf = async (...argv: string[]) => (await rootsOf(argv)).map(({ access }) => access);

describe("a command line that is wrong", () => {
  it.each([
    ["no root at all", [], "<root"],
    ["a root that is empty, as an unset variable is", [""], "empty"],
    ["a root that is missing", [join(base, "nots")], `did you mean ${notes}?`],
    ["a root whose folder is missing too", [join(base, "x/y/z")], base],
    ["a root near whose name there is none", ["/nope"], "the nearest folder is /"],
    ["one root with two accesses", [notes, `${notes}/:write`], "is given twice, for read and for write"],
    ["a root that is a file", [join(base, "file.txt")], base],
    ["an access that does not exist", [`${notes}:wirte`], 'did you mean "write"?'],
    ["an access in capitals", [`${notes}:READ`], "read"],
    ["a glob to deny that cannot be read", ["--deny", "[a", notes], "["],
    ["one good root and one that is missing", [notes, join(base, "wrok")], join(base, "work")],
  ])("stops with one line that names what would work: %s", async (_, argv, words) => {
    const { exitCode, stdout, stderr } = await run(...argv);
    expect([exitCode, stdout]).toEqual([2, ""]);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stderr).toContain(words);
  });

  it("fails --check with what is wrong", async () => {
    const { exitCode, stdout } = await run("--check", join(base, "nots"));
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, problem: expect.stringContaining(notes) });
  });

  it("has no root however many the environment or the host would name", async () => {
    const { exitCode } = await runCommand(builtCli, { argv: [], environment: { ROOTS: notes, PWD: notes } });
    expect(exitCode).toBe(2);
  });
});

describe("the access of a root", () => {
  it("is read where nothing is said", async () => {
    expect(await accessOf(notes)).toEqual(["read"]);
  });

  it("is its suffix", async () => {
    expect(await accessOf(notes, `${join(base, "work")}:write`, `${join(base, "with:colon")}:full`)).toEqual([
      "read",
      "write",
      "full",
    ]);
  });

  it("is capped by --access", async () => {
    expect(await accessOf("--access", "read", `${notes}:full`)).toEqual(["read"]);
    expect(await accessOf("--access", "write", `${notes}:full`, `${base}:read`, join(base, "work"))).toEqual([
      "write",
      "read",
      "write",
    ]);
  });

  it("is no suffix where the folder's own name ends so", async () => {
    const [root] = await rootsOf([join(base, "odd:reed")]);
    expect(root).toMatchObject({ path: join(base, "odd:reed"), access: "read" });
  });
});

describe("a root", () => {
  it("may begin with the tilde of one's home", async () => {
    const [root] = await rootsOf(["~/notes:write"], { HOME: base });
    expect(root).toMatchObject({ path: notes, access: "write" });
  });

  it("may be a link to a folder, and is shown as it was given", async () => {
    symlinkSync(notes, join(base, "alias"));
    const host = await serveBuilt([join(base, "alias")]);
    expect((await host.callTool("fs_read", { path: join(base, "alias/a.md") })).text).toMatch(/\nA\n/);
    expect((await host.callTool("fs_roots")).text).toContain(join(base, "alias"));
  });

  it("that is given twice is one", async () => {
    expect(await rootsOf([notes, `${notes}/`, `${notes}:read`])).toHaveLength(1);
    expect(await accessOf("--access", "write", notes, `${notes}:read`)).toEqual(["read"]);
  });

  it("that is given by a link too is known by both names, and has one access", async () => {
    const link = join(base, "twin");
    symlinkSync(notes, link);
    const host = await serveBuilt([notes, link]);
    for (const path of [join(notes, "a.md"), join(link, "a.md")])
      expect((await host.callTool("fs_read", { path })).text).toMatch(/\nA\n/);
    const { exitCode, stderr } = await run(`${notes}:write`, link);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining("is given twice, for write and for read")]);
  });

  it("tells its free space, and the containment in force", async () => {
    const host = await serveBuilt([notes]);
    const { structured } = await host.callTool("fs_roots");
    expect(structured).toMatchObject({
      roots: [{ free_bytes: expect.any(Number) }],
      containment: { mechanism: expect.any(String) },
    });
  });

  it("keeps serving the folder that it was, when another takes its name", async () => {
    const place = join(base, "moving");
    plant(place, { "here.md": "first" });
    const host = await serveBuilt([place]);
    expect((await host.callTool("fs_read", { path: "here.md" })).text).toContain("first");
    const { renameSync } = await import("node:fs");
    renameSync(place, `${place}-away`);
    mkdirSync(place);
    writeFileSync(join(place, "here.md"), "second");
    expect((await host.callTool("fs_read", { path: "here.md" })).text).toContain("first");
  });
});

describe("a configuration file", () => {
  it.each(["json", "yaml"])("may name roots and globs in %s", async (kind) => {
    const file = join(base, `config.${kind}`);
    const settings = { roots: [`${notes}:write`, join(base, "work")], deny: ["b.md"] };
    const yaml = `roots:\n  - ${settings.roots.join("\n  - ")}\ndeny: [b.md]\n`;
    writeFileSync(file, kind === "json" ? JSON.stringify(settings) : yaml);
    const host = await serveBuilt(["--config", file]);
    expect((await host.callTool("fs_roots")).structured?.roots).toMatchObject([
      { access: "write" },
      { access: "read" },
    ]);
    expect((await host.callTool("fs_read", { path: join(base, "work/b.md") })).meta.code).toBe("refused");
  });
});
