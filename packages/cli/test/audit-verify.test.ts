import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { AuditLog } from "@drawbridge/core";
import { runCommand } from "@drawbridge/testkit";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
const drawbridge = (...argv: string[]) => runCommand(cli, { argv });

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "verify-"));
  file = join(folder, "audit.jsonl");
  const log = new AuditLog(file, { sync: false });
  for (const call of ["a", "b", "c"]) {
    log.append({ event: "ended", call, principal: "local", operation: "tool x_y", effect: "read", arguments: "" });
  }
  log.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("drawbridge audit verify", () => {
  it("finds an untouched log whole", async () => {
    expect(await drawbridge("audit", "verify", file)).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^whole: 3 lines/),
    });
  });

  it("names the first line that was changed", async () => {
    writeFileSync(file, readFileSync(file, "utf8").replace('"call":"b"', '"call":"z"'));
    const { exitCode, stdout } = await drawbridge("audit", "verify", file);
    expect([exitCode, stdout]).toEqual([1, expect.stringContaining(`broken: ${file}, line 2: it was changed`)]);
  });

  it("tells that lines were cut from the end", async () => {
    writeFileSync(file, `${readFileSync(file, "utf8").split("\n")[0]}\n`);
    const { exitCode, stdout } = await drawbridge("audit", "verify", file);
    expect([exitCode, stdout]).toEqual([1, expect.stringContaining("lines were cut from the end")]);
  });

  it.each([
    [["audit", "verify"], "takes one file"],
    [["audit", "verify", "/no/such/file"], "does not exist"],
    [["audit", "verfy", "x"], "did you mean drawbridge audit verify?"],
    [["dance"], "drawbridge --help lists"],
  ])("is called wrongly with %j, and says how it is called", async (argv, hint) => {
    const { exitCode, stderr, stdout } = await drawbridge(...argv);
    expect([exitCode, stdout, stderr]).toEqual([2, "", expect.stringContaining(hint)]);
  });

  it("explains itself and tells its version", async () => {
    expect((await drawbridge("--help")).stdout).toContain("drawbridge audit verify <file>");
    expect((await drawbridge("--version")).stdout).toMatch(/^\d+\.\d+\.\d+/);
  });
});
