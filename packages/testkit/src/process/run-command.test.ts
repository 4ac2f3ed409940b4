import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { runCommand } from "./run-command.ts";

const folder = mkdtempSync(join(tmpdir(), "drawbridge-command-"));
afterAll(() => rmSync(folder, { recursive: true }));

function command(code: string): string {
  const file = join(folder, "command.mjs");
  writeFileSync(file, code);
  return file;
}

describe("runCommand", () => {
  it("tells how a command ended and what it wrote to either stream", async () => {
    const cli = command("console.log(process.argv[2]); console.error('é'); process.exitCode = 3;");
    expect(await runCommand(cli, { argv: ["hello"] })).toEqual({ exitCode: 3, stdout: "hello\n", stderr: "é\n" });
  });

  it("gives it the variables of the test, and none of ours but PATH", async () => {
    const cli = command("console.log(Object.keys(process.env).sort().join());");
    const { stdout } = await runCommand(cli, { argv: [], environment: { GIVEN: "1" } });
    expect(stdout).toBe("GIVEN,PATH\n");
  });

  it("gives it an input that has ended", async () => {
    const cli = command("for await (const chunk of process.stdin) console.log(chunk); console.log('end');");
    expect((await runCommand(cli, { argv: [] })).stdout).toBe("end\n");
  });
});
