import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const dist = (name: string) => fileURLToPath(new URL(`../dist/${name}`, import.meta.url));

/** Has a process say that it is an older Node than it is. */
const older = 'data:text/javascript,Object.defineProperty(process.versions,"node",{value:"18.20.8"})';

describe("an old Node", { timeout: 60_000 }, () => {
  it("is told of in one line, before anything is loaded that it could not load", async () => {
    const [code, output] = await new Promise<[unknown, string]>((resolve) => {
      execFile(process.execPath, ["--import", older, dist("cli.js"), "list"], (error, stdout, stderr) =>
        resolve([error?.code, stdout + stderr]),
      );
    });
    expect([code, output]).toEqual([1, expect.stringMatching(/^drawbridge: this is Node 18\.20\.8, and .+\n$/)]);
  });

  it("finds every name that is imported at the start", () => {
    const loaded = readFileSync(dist("cli.js"), "utf8") + readFileSync(dist("later/start.js"), "utf8");
    const names = [...loaded.matchAll(/import\{([^}]*)\}from"node:(\w+)"/g)].map(
      ([, list, from]) => `${from}: ${list}`,
    );
    // What Node has had since version 16; another import has to be looked up before it is added here.
    const known =
      /^(fs: (closeSync|constants|fstatSync|openSync|readFileSync|renameSync|rmSync|statSync|writeFileSync|,)+|module: createRequire( as __createRequire)?|path: dirname|url: fileURLToPath|vm: Script)$/;
    expect(names.filter((name) => !known.test(name))).toEqual([]);
    expect(names.length).toBeGreaterThan(3);
  });
});
