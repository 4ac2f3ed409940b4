import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const script = fileURLToPath(new URL("process/vault-server.mjs", import.meta.url));
const canary = "canary/sesame+1";

/** Runs the vault's command to its end, with a signal once it has said something, where one is given. */
async function vault(argv: readonly string[], environment: Record<string, string> = {}, signal?: NodeJS.Signals) {
  const env = { PATH: process.env.PATH, ...environment };
  const child = spawn(process.execPath, [script, ...argv], { env, timeout: 15_000 });
  const output = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream].setEncoding("utf8").on("data", (text: string) => {
      output[stream] += text;
    });
  }
  if (signal !== undefined) child.stdout.once("data", () => child.kill(signal));
  const [exitCode] = await once(child, "close");
  return { exitCode: exitCode as number | null, ...output };
}

it.each(["--describe", "--help", "--list-tools", "--list-definitions"])(
  "says nothing more where nobody reads what %s prints, as behind head",
  async (flag) => {
    const env = { PATH: process.env.PATH, VAULT_KEY: canary };
    const child = spawn(process.execPath, [script, flag], { env, timeout: 15_000 });
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.stdout.destroy();
    await once(child, "close");
    expect(stderr).toBe("");
  },
);

describe.concurrent("a connector's own mode", () => {
  it("runs without what is otherwise required, and prints its findings", async () => {
    const { exitCode, stdout, stderr } = await vault(["--polish"]);
    expect([exitCode, stderr]).toEqual([0, ""]);
    expect(stdout).toBe("ok       Polished with undefined\n\n0 problems, 0 warnings.\n");
  });

  it("ends with 1 where a finding is a problem", async () => {
    const { exitCode, stdout } = await vault(["--polish", "--state", "odd"]);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^problem +It does not shine\n +Remedy: Polish more\n\n1 problem, 0 warnings\.\n$/m);
  });

  it("shows no secret", async () => {
    for (const state of ["open", "jammed"]) {
      const { stdout, stderr } = await vault(["--polish", "--state", state], { VAULT_KEY: canary });
      expect(stdout + stderr).toMatch(/redacted/);
      expect(stdout + stderr).not.toContain("sesame");
    }
  });

  it.each([
    [["--polish", "--state", "ajar"], "--state does not take"],
    [["--polish", "--state", "jammed"], "does not turn"],
    [["--polish=yes"], "--polish takes no value"],
    [["--polihs"], "did you mean --polish?"],
    [["--polish", "--doctor"], "--polish and --doctor"],
  ])("ends with 2 where it is asked for wrongly: %j", async (argv, words) => {
    const { exitCode, stdout, stderr } = await vault(argv);
    expect([exitCode, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(words);
  });

  it("may clean up when it is interrupted, and ends with 1", async () => {
    const { exitCode, stdout, stderr } = await vault(["--polish", "--state", "silent"], {}, "SIGINT");
    expect(exitCode).toBe(1);
    expect(stdout).toContain("put away");
    expect(stderr).toContain("ended by SIGINT");
  });

  it("is no variable and no key of a configuration file", async () => {
    const { exitCode, stdout } = await vault(["--list-tools"], { VAULT_KEY: canary, DRAWBRIDGE_POLISH: "true" });
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining("vault_look")]);
  });
});
