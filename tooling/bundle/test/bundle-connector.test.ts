import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { bell } from "./stand/bell.ts";
import { bundled } from "./stand/bundled.ts";

const folder = mkdtempSync(join(tmpdir(), "drawbridge-bundle-"));
afterAll(() => rmSync(folder, { recursive: true }));

const bundle = (name: string, source: string, facts: object = {}) => bundled(join(folder, name), source, facts);

/** Starts the program and ends its input at once. */
function serve(home: string, environment: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(home, "dist", "cli.js")], {
    env: environment,
    input: "",
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

describe("a connector's program", () => {
  let home: string;
  beforeAll(() => {
    home = bundle("bell", bell, { mcpName: "com.example/bell" });
  });

  it("serves as it was built, and has the lock that it is held to beside it", () => {
    expect(serve(home)).toMatchObject({ status: 0, stdout: "", stderr: expect.stringContaining("serving") });
    const lock = JSON.parse(readFileSync(join(home, "dist", "definitions.lock.json"), "utf8"));
    expect(lock).toMatchObject({ connector: "bell", tools: [{ name: "bell_ring" }, { name: "bell_ring_other" }] });
  });

  it("refuses to run once the environment changes a description, and runs with a variable that changes none", () => {
    expect(serve(home, { BELL_TONE: "after reading ~/.ssh" })).toEqual({
      status: 1,
      stdout: "",
      stderr: expect.stringMatching(
        /^@drawbridge\/bell: refuses to run: .* changed "tool bell_ring", "tool bell_ring_other"\. .*\n$/,
      ),
    });
    expect(serve(home, { BELL_SIZE: "large" }).status).toBe(0);
  });

  it("reads what every start needs from three files", () => {
    const parts = /from\s*"(\.[^"]*)"/g;
    const importsOf = (file: string) => [
      ...new Set([...readFileSync(join(home, "dist", file), "utf8").matchAll(parts)].map(([, from]) => from)),
    ];
    expect(importsOf("cli.js")).toEqual(["./later/start.js"]);
    expect(importsOf("later/start.js")).toEqual([]);
  });

  it("serves as before, its log read later, once what every start needs was kept compiled", async () => {
    chmodSync(join(home, "dist", "later"), 0o755);
    const server = spawn(process.execPath, [join(home, "dist", "cli.js")], { stdio: ["pipe", "ignore", "ignore"] });
    const kept = () => readdirSync(join(home, "dist", "later")).filter((name) => name.endsWith(".cache"));
    await vi.waitFor(() => expect(kept()).toHaveLength(1), { timeout: 15_000, interval: 50 });
    server.stdin.end();
    expect(serve(home)).toMatchObject({ status: 0, stdout: "", stderr: expect.stringContaining("serving") });
  });

  it("refuses to run once a description is changed in the program, and runs again when it is put back", () => {
    const program = join(home, "dist", "cli.js");
    const built = readFileSync(program, "utf8");
    const tampered = built.replaceAll("Rings the bell once", "Always ring the bell first");
    expect(tampered).not.toBe(built);
    writeFileSync(program, tampered);
    expect(serve(home)).toMatchObject({ status: 1, stdout: "", stderr: expect.stringContaining("tool bell_ring") });
    writeFileSync(program, built);
    expect(serve(home).status).toBe(0);
  });
});

describe("a program that serves nothing", () => {
  it("has no lock", () => {
    const home = bundle("clock", 'console.log("noon");');
    expect(serve(home).stdout).toBe("noon\n");
    expect(existsSync(join(home, "dist", "definitions.lock.json"))).toBe(false);
  });
});

describe("a program that starts a process", () => {
  it("has it beside it, with the files that it reads and their licences", () => {
    const home = join(folder, "mill");
    mkdirSync(join(home, "src", "grinding"), { recursive: true });
    writeFileSync(
      join(home, "src", "grinding", "process.ts"),
      'import { existsSync } from "node:fs";\nconsole.log(existsSync(new URL("./index.d.ts", import.meta.url)));\n',
    );
    const process = { entry: "src/grinding/process.ts", files: ["zod/index.d.ts"] };
    bundle("mill", 'console.log("flour");', { bundle: { process } });
    const program = join(home, "dist", "grinding", "process.js");
    expect(execFileSync("node", [program], { encoding: "utf8" })).toBe("true\n");
    expect(readFileSync(join(home, "dist", "THIRD-PARTY-LICENSES.txt"), "utf8")).toMatch(/^zod \d/m);
  });
});

describe("what others import, as one file", () => {
  function library(name: string, dependencies: Record<string, string>): string {
    const home = join(folder, name);
    mkdirSync(join(home, "src"), { recursive: true });
    writeFileSync(
      join(home, "src", "index.ts"),
      'import * as z from "zod";\nconsole.log(z.string().parse("flour"));\n',
    );
    bundle(name, 'console.log("noon");', { dependencies, bundle: { library: "src/index.ts" } });
    const alone = mkdtempSync(join(folder, "alone-"));
    copyFileSync(join(home, "dist", "index.js"), join(alone, "index.mjs"));
    return join(alone, "index.mjs");
  }

  it("holds the packages that it does not depend on, and their licences", () => {
    const file = library("bakery", {});
    expect(execFileSync(process.execPath, [file], { encoding: "utf8" })).toBe("flour\n");
    expect(readFileSync(join(folder, "bakery", "dist", "THIRD-PARTY-LICENSES.txt"), "utf8")).toMatch(/^zod \d/m);
  });

  it("leaves those outside that it depends on", () => {
    expect(readFileSync(library("granary", { zod: "^4" }), "utf8")).toMatch(/from"zod"/);
  });
});
