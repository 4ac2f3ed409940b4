import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { AuditLog } from "@drawbridge/core";
import { runCommand } from "@drawbridge/testkit";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
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

  it("names a line that is no object, and does not fall over it", async () => {
    writeFileSync(file, readFileSync(file, "utf8").replace("\n", "\nnull\n"));
    const { exitCode, stdout, stderr } = await drawbridge("audit", "verify", file);
    const named = `broken: ${file}, line 2: it is not a JSON object`;
    expect([exitCode, stdout, stderr]).toEqual([1, expect.stringContaining(named), ""]);
  });

  it("names a last line that was rewritten with a hash that fits", async () => {
    const [, , last = ""] = readFileSync(file, "utf8").split("\n");
    const unhashed = last.replace('"call":"c"', '"call":"z"').replace(/,"hash":"[^"]*"/, "");
    const hash = createHash("sha256").update(unhashed).digest("hex");
    const forged = `${unhashed.slice(0, -1)},"hash":"${hash}"}`;
    writeFileSync(file, readFileSync(file, "utf8").replace(last, forged));
    const { exitCode, stdout } = await drawbridge("audit", "verify", file);
    expect([exitCode, stdout]).toEqual([1, expect.stringContaining(`${file}, line 3: it was changed: the head`)]);
  });

  it("leaves alone what lies beside the log under a number", async () => {
    writeFileSync(`${file}.20240101`, "a backup\n");
    expect(await drawbridge("audit", "verify", file)).toMatchObject({ exitCode: 0 });
  });

  it("does not take another line end for the one that was written", async () => {
    writeFileSync(file, readFileSync(file, "utf8").replaceAll("\n", "\r"));
    const { exitCode, stdout } = await drawbridge("audit", "verify", file);
    expect([exitCode, stdout]).toEqual([1, expect.stringContaining(`broken: ${file}, line 1`)]);
  });

  it("tells from the head that the log itself is gone", async () => {
    rmSync(file);
    const { exitCode, stdout } = await drawbridge("audit", "verify", file);
    expect([exitCode, stdout]).toEqual([1, expect.stringContaining("incomplete: 0 lines hold")]);
  });

  it("finds whole what the README has for an example", async () => {
    rmSync(`${file}.head`);
    writeFileSync(file, `${/```json\n(.*?)\n```/s.exec(readme)?.[1]}\n`);
    expect((await drawbridge("audit", "verify", file)).stdout).toMatch(/^whole: 2 lines/);
  });

  it("agrees with the README's own program", async () => {
    const program = join(folder, "verify.mjs");
    writeFileSync(program, /```js\n(.*?)```/s.exec(readme)?.[1] ?? "");
    const { stdout } = await runCommand(program, { argv: [file] });
    expect(stdout).toBe(readFileSync(`${file}.head`, "utf8"));
    writeFileSync(file, readFileSync(file, "utf8").replace('"call":"b"', '"call":"z"'));
    expect(await runCommand(program, { argv: [file] })).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining("line 2 does not hold"),
    });
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
