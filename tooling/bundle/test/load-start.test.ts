import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const loader = new URL("../src/load-start.js", import.meta.url);

/** Imports a part later, and lives until its input ends. */
const source = `(function(require,module,url,importing){"use strict";
  module.exports = { url, later: () => importing("./later.js") };
  require("node:process").stdin.resume();
})`;

describe("what is loaded at every start", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "drawbridge-start-"));
    copyFileSync(loader, join(folder, "load-start.mjs"));
    writeFileSync(join(folder, "start.cjs"), source);
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    writeFileSync(join(folder, "later.js"), 'export const tone = "ding";');
    writeFileSync(
      join(folder, "start.js"),
      `import { loadStart } from "./load-start.mjs";
      const { url, later } = loadStart(import.meta.url, (name) => import(name));
      console.log((await later()).tone, url === import.meta.url);`,
    );
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const kept = () => readdirSync(folder).filter((name) => name.endsWith(".cache"));

  /** Where the program keeps it. */
  function cache(): string {
    const { arch, versions } = process;
    return join(folder, `start-${crc32(source).toString(16)}-${versions.v8}-${arch}.cache`);
  }

  function start() {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, "start.js")], {
      input: "",
      encoding: "utf8",
    });
    return { status, stdout, used: stderr.includes("used") };
  }

  /** Starts the program, waits for what it says, and leaves it up until then. */
  async function stay(until: () => void) {
    const program = spawn(process.execPath, [join(folder, "start.js")], { stdio: ["pipe", "pipe", "inherit"] });
    const ended = once(program, "exit");
    await once(program.stdout, "data");
    const before = kept();
    await vi.waitFor(until, { timeout: 15_000, interval: 50 });
    program.stdin.end();
    expect(await ended).toEqual([0, null]);
    return before;
  }

  /**
   * Puts a cache there that tells when it is used: V8 takes what was compiled from another source of the same length. It takes only what was
   * compiled under the same flags, and these tests' own process may have others.
   */
  function plant(): void {
    writeFileSync(join(folder, "told.cjs"), source.replace('"use strict";', 'throw "used";'));
    const compiling = `
      const script = new (require("node:vm").Script)(require("node:fs").readFileSync("told.cjs", "utf8"), { filename: process.argv[1] });
      try {
        script.runInThisContext()(require, {}, "");
        process.exitCode = 1;
      } catch {
        process.stdout.write(script.createCachedData());
      }`;
    const compiled = spawnSync(process.execPath, ["--eval", compiling, "--", join(folder, "start.cjs")], {
      cwd: folder,
    });
    expect(compiled.status).toBe(0);
    writeFileSync(cache(), withSum(compiled.stdout), { mode: 0o600 });
  }

  const well = { status: 0, stdout: "ding true\n", used: false };

  it("is kept compiled after the first answer, for this user alone", async () => {
    expect(await stay(() => expect(kept()).toHaveLength(1))).toEqual([]);
    expect(join(folder, kept()[0] as string)).toBe(cache());
    expect(statSync(cache()).mode & 0o777).toBe(0o600);
    expect(start()).toEqual(well);
  });

  it("is kept by one of two that start together", async () => {
    const both = () => expect(kept()).toEqual([cache().slice(folder.length + 1)]);
    await Promise.all([stay(both), stay(both)]);
    both();
    expect(start()).toEqual(well);
  });

  it("keeps no process alive to be kept", () => {
    expect(start()).toEqual(well);
    expect(kept()).toEqual([]);
  });

  it("is taken as it was compiled", () => {
    plant();
    expect(start()).toMatchObject({ status: 1, used: true });
  });

  it.each<[string, () => void]>([
    ["is damaged", () => writeFileSync(cache(), readFileSync(cache()).fill(0, 100, 200))],
    ["is cut short", () => truncateSync(cache(), 100)],
    ["is empty", () => truncateSync(cache())],
    ["was compiled by another V8", () => writeFileSync(cache(), withSum(Buffer.alloc(1000)))],
    ["may be written to by others", () => chmodSync(cache(), 0o666)],
    ["lies where others may write", () => chmodSync(folder, 0o770)],
    [
      "is a link",
      () => {
        renameSync(cache(), join(folder, "elsewhere"));
        symlinkSync("elsewhere", cache());
      },
    ],
  ])("is compiled anew when what was kept %s", (_, spoil) => {
    plant();
    spoil();
    expect(start()).toEqual(well);
  });

  it("is kept anew when what was kept is damaged", async () => {
    plant();
    truncateSync(cache(), 100);
    await stay(() => expect(statSync(cache()).size).toBeGreaterThan(100));
    expect(start()).toEqual(well);
  });

  it("runs on when it cannot be kept, and leaves nothing behind", async () => {
    mkdirSync(cache());
    const { mtimeMs } = statSync(folder);
    await stay(() => expect(statSync(folder).mtimeMs).not.toBe(mtimeMs));
    expect(kept()).toHaveLength(1);
    expect(start()).toEqual(well);
  });

  function withSum(compiled: Buffer): Buffer {
    const sum = Buffer.alloc(4);
    sum.writeUInt32LE(crc32(compiled));
    return Buffer.concat([compiled, sum]);
  }
});
