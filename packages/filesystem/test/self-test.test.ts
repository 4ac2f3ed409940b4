import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand } from "@drawbridge/testkit";
import { describe, expect, it } from "vitest";
import { checks } from "../src/self-test/checks.ts";
import { builtCli } from "./stand/built-cli.ts";
import { plant } from "./stand/plant.ts";
import { temporaryFolder } from "./stand/temporary-folder.ts";

const base = temporaryFolder();
plant(base, { "work/a.md": "A", "notes/b.md": "B" });
const [work, notes] = [join(base, "work"), join(base, "notes")];

const selfTest = (...argv: string[]) => runCommand(builtCli, { argv: ["--self-test", ...argv] });
const leftIn = (folder: string) => readdirSync(folder).filter((name) => name.startsWith(".drawbridge-self-test-"));

describe("--self-test", () => {
  it("needs no root, finds that all holds on this machine, and cleans up", async () => {
    const before = leftIn(tmpdir());
    const { exitCode, stdout, stderr } = await selfTest();
    expect([exitCode, stderr]).toEqual([0, ""]);
    for (const { claim } of checks) expect(stdout).toContain(claim);
    expect(stdout).toMatch(/\d+ tries during \d+ swaps: .* 0 escaped/);
    expect(stdout).toMatch(/0 problems, 0 warnings\.\n$/);
    expect(leftIn(tmpdir()).filter((name) => !before.includes(name))).toEqual([]);
  }, 60_000);

  it("tests inside a root that is granted for writing, and leaves one that is not alone", async () => {
    const { exitCode, stdout } = await selfTest(`${work}:write`, notes);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`Tested in ${work}`);
    expect(stdout).toMatch(
      new RegExp(`^note +Not tested: the root ${notes}.*\\n +Remedy: --self-test ${notes}:write`, "m"),
    );
    expect([readdirSync(work), readdirSync(notes)]).toEqual([["a.md"], ["b.md"]]);
    expect(readFileSync(join(work, "a.md"), "utf8")).toBe("A");
  }, 60_000);

  it("writes nowhere where --access read says so", async () => {
    const { exitCode, stdout } = await selfTest("--access", "read", `${work}:full`);
    expect(exitCode).toBe(0);
    expect(stdout).not.toContain("Tested in");
  });

  // A terminal and npm may both hand on one Ctrl-C.
  it.skipIf(process.platform === "win32").each([[["SIGINT"]], [["SIGTERM", "SIGINT"]]] as const)(
    "cleans up when it is interrupted: %j",
    async (signals) => {
      const root = join(base, `interrupted-${signals.length}`);
      mkdirSync(root);
      const child = spawn(process.execPath, [builtCli, "--self-test", `${root}:write`]);
      const exited = once(child, "close");
      let text = "";
      for await (const chunk of child.stdout) {
        text += chunk;
        // The races are next.
        if (text.includes("Links in a circle") && !child.killed) for (const signal of signals) child.kill(signal);
      }
      expect(await exited).toEqual([1, null]);
      expect(readdirSync(root)).toEqual([]);
    },
    30_000,
  );

  it("stops at a root that does not exist, before it writes anything", async () => {
    const { exitCode, stdout, stderr } = await selfTest(`${work}:write`, join(base, "wrok:write"));
    expect([exitCode, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("wrok");
  });

  it.each(["--check", "--doctor", "--list-tools", "--list-definitions"])("is not mixed with %s", async (other) => {
    const { exitCode, stdout, stderr } = await selfTest(other, `${work}:write`);
    expect([exitCode, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(`--self-test and ${other}`);
  });
});
