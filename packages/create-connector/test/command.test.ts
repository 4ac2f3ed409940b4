import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "drawbridge-create-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function create(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...words], { cwd: folder, encoding: "utf8" });
  return { status, stdout, stderr };
}

describe("the command", () => {
  it("makes a folder of the connector's name, and says what to do next", () => {
    const { status, stdout } = create("acme-tickets");
    expect([status, stdout]).toEqual([0, expect.stringContaining("  cd acme-tickets\n  npm install\n  npm test\n")]);
    expect(readFileSync(join(folder, "acme-tickets", "src", "tools", "search.ts"), "utf8")).toContain(
      'name: "acme_tickets_search"',
    );
  });

  it("takes a package's name, a system's and a folder", () => {
    expect(create("acme", "--package", "@acme/mcp", "--system", "ACME & Sons", "--folder", "a/b").status).toBe(0);
    expect(readFileSync(join(folder, "a", "b", "README.md"), "utf8")).toContain("# @acme/mcp\n");
    expect(readFileSync(join(folder, "a", "b", "src", "connector.ts"), "utf8")).toContain('title: "ACME & Sons"');
  });

  it.each([
    [["Acme"], "lower-case letters"],
    [["class"], "means something else"],
    [["acme", "other"], "other is a second"],
    [["acme", "--sytem", "Acme"], "do you mean --system?"],
    [["acme", "--system", '"'], "a system's name has"],
    [["acme", "--package", "Acme"], "a package's name has"],
    [[], "say the connector's name"],
  ])("says in one line what is wrong with %j, and makes nothing", (words, told) => {
    const { status, stdout, stderr } = create(...words);
    expect([status, stdout, stderr]).toEqual([2, "", expect.stringContaining(told)]);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("leaves a folder alone that has something in it", () => {
    mkdirSync(join(folder, "acme"));
    writeFileSync(join(folder, "acme", "mine.txt"), "mine");
    expect(create("acme")).toMatchObject({ status: 2, stderr: expect.stringContaining("is not empty") });
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(["acme", join("acme", "mine.txt")]);
  });

  it.each([
    [["acme", "--folder", "file"], "is a file"],
    [["acme", "--folder", "file/acme"], "cannot be made: choose another folder"],
  ])("says in one line that %j is no place, and leaves what is there", (words, told) => {
    writeFileSync(join(folder, "file"), "mine");
    const { status, stderr } = create(...words);
    expect([status, stderr.trim().split("\n")]).toEqual([2, [expect.stringContaining(told)]]);
    expect(readdirSync(folder)).toEqual(["file"]);
  });

  it("makes a package of the repository that it is started in, unless told otherwise", () => {
    mkdirSync(join(folder, "packages", "core"), { recursive: true });
    writeFileSync(join(folder, "package.json"), '{ "name": "drawbridge-workspace" }');
    expect(create("acme").status).toBe(0);
    const made = JSON.parse(readFileSync(join(folder, "packages", "acme", "package.json"), "utf8"));
    expect(made).toMatchObject({ name: "@drawbridge/acme", dependencies: { zod: "catalog:" } });
    expect(create("other", "--package", "@acme/other")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("--own"),
    });
    expect(create("acme", "--own").status).toBe(0);
    expect(existsSync(join(folder, "acme", "vitest.config.ts"))).toBe(true);
  });

  it("tells its help and version", () => {
    expect(create("--help").stdout).toContain("npm create @drawbridge/connector@latest");
    expect(create("--version").stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
