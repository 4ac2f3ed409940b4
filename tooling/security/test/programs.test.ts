import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const packages = new URL("../../../packages/", import.meta.url);

/** The built files of each package that has a command: our code, core and every dependency that is bundled, also apart. */
const programs = readdirSync(packages)
  .filter((name) => existsSync(new URL(`${name}/src/cli.ts`, packages)))
  .map((name) => [name, filesOf(new URL(`${name}/dist/`, packages))] as const);

function filesOf(dist: URL): readonly string[] {
  const parts = ["later", "parsing"]
    .filter((folder) => existsSync(new URL(folder, dist)))
    .flatMap((folder) => readdirSync(new URL(`${folder}/`, dist)).map((file) => `${folder}/${file}`))
    .filter((file) => /\.c?js$/.test(file));
  // Where a connector answers first, these two are behind its command.
  const behind = ["cli.cjs", "program.js"].filter((file) => existsSync(new URL(file, dist)));
  return ["cli.js", ...behind, ...parts].map((file) => readFileSync(new URL(file, dist), "utf8"));
}

/** Node's modules that run commands, or text as code. */
const powers = /["'](?:node:)?(?:child_process|vm)["']/;

/** Start a program by its path, with its arguments one by one: our own parts, and ripgrep. */
const withoutShell = /import\{(?:(?:fork|spawn|spawnSync|execFileSync)(?: as \w+)?,?)+\}from"node:child_process"/g;

/** Compiles the program's own part that lies beside it: what every start needs. */
const ownStart = /import\{Script(?: as \w+)?\}from"node:vm"/g;

/** By which the official client of `drawbridge inspect` starts the server it is told to: by its path, on Windows too. */
const startsServer = /var cp=__require\("child_process"\),parse=require_parse\(\),enoent=require_enoent\(\)/g;

/** With which a program's arguments would be text for a shell to read. */
const shell = /\bshell:(?!!1|false)/;

const powerIn = (code: string) =>
  (powers.exec(code.replace(withoutShell, "").replace(ownStart, "").replace(startsServer, "")) ??
    shell.exec(code))?.[0];

describe("the program of a connector, all that is bundled into it included,", () => {
  it("is looked at for each package with a command", () => {
    expect(programs.map(([name]) => name)).toContain("filesystem");
  });

  it.each(programs)("has no way to run a command of a shell, or text as code: %s", (_, files) => {
    for (const file of files) expect(powerIn(file)).toBeUndefined();
  });

  it("starts a server that a person names in the cli alone", () => {
    const starting = programs.filter(([, files]) => files.some((code) => code.match(startsServer)));
    expect(starting.map(([name]) => name)).toEqual(["cli"]);
  });

  it.each(programs)("compiles what every start needs, and nothing else: %s", (_, files) => {
    const compiling = files.filter((code) => /["'](?:node:)?vm["']/.test(code));
    expect(compiling.map((code) => code.match(/new Script\(/g)?.length)).toEqual([1]);
  });

  it.each([
    ["an import", 'import{exec as a}from"node:child_process";', '"node:child_process"'],
    ["a shell", 'import{spawn as a}from"node:child_process";a("rg",[],{shell:!0})', "shell:"],
    ["an import that comes later", "await import('vm')", "'vm'"],
    ["what CommonJS requires", 'require("child_process")', '"child_process"'],
    ["more than to start a program", 'import{exec,fork}from"node:child_process";', '"node:child_process"'],
    ["nothing to start its own part", 'import{fork as a}from"node:child_process";', undefined],
    ["nothing to start a program by its path", 'import{spawn as a}from"node:child_process";a("rg",[])', undefined],
    ["nothing in its own name for a tool", 'const a="child_processes"', undefined],
  ])("would be caught with %s", (_, code, found) => {
    expect(powerIn(code)).toBe(found);
  });
});
