import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";

const script = fileURLToPath(new URL("process/vault-server.mjs", import.meta.url));
const canary = "canary/sesame+1";

/** Runs the vault's command to its end. */
async function vault(argv: readonly string[], environment: Record<string, string> = { VAULT_KEY: canary }) {
  const env = { PATH: process.env.PATH, ...environment };
  const child = spawn(process.execPath, [script, ...argv], { env, timeout: 15_000 });
  const output = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream].setEncoding("utf8").on("data", (text: string) => {
      output[stream] += text;
    });
  }
  child.stdin.end();
  const [exitCode] = await once(child, "close");
  return { exitCode: exitCode as number | null, ...output };
}

const folder = mkdtempSync(join(tmpdir(), "drawbridge-doctor-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe.concurrent("--doctor", () => {
  it("prints no secret, wherever the connector lets it slip", async () => {
    for (const state of ["open", "shut"]) {
      const { stdout, stderr } = await vault(["--doctor", "--state", state]);
      expect(stdout).toMatch(/The key is .*redacted/);
      expect(stdout).toMatch(/dropped .*redacted/);
      for (const form of [canary, encodeURIComponent(canary), "sesame"]) expect(stdout + stderr).not.toContain(form);
    }
  });

  it("prints no secret that stands in a file in clear", async () => {
    writeFileSync(join(folder, "config.yaml"), `key: ${canary}\n`);
    const { exitCode, stdout } = await vault(["--doctor", "--config", join(folder, "config.yaml")], {});
    expect(exitCode).toBe(1);
    expect(stdout).toContain("is a secret in clear");
    expect(stdout).toMatch(/The key is .*redacted/);
    expect(stdout).not.toContain("sesame");
  });

  it("ends, with a remedy, though the system never answers", async () => {
    const { exitCode, stdout } = await vault(["--doctor", "--state", "silent", "--timeout", "50ms"]);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^problem +Vault cannot be used: no answer came within 0\.05 seconds\n +Remedy: /m);
  });

  it("looks at all that it can without the token", async () => {
    const { exitCode, stdout } = await vault(["--doctor", "--tools", "vault_lok"], {});
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^problem +Key is missing; .*\n +Remedy: Set the variable DRAWBRIDGE_KEY/m);
    expect(stdout).toContain("Write vault_look instead");
    expect(stdout).toContain("Vault: not opened");
  });

  it.each([
    ["--stat", "open"],
    ["--state", "ajar"],
    ["--key", canary],
  ])("stops at wrong usage, printing nothing on stdout: %s %s", async (...wrong) => {
    const { exitCode, stdout, stderr } = await vault(["--doctor", ...wrong]);
    expect([exitCode, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^\S+: [^\n]+\n$/);
    expect(stderr).not.toContain(canary);
  });

  it("leaves --help and --version what they are", async () => {
    expect(await vault(["--doctor", "--version"], {})).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
    expect((await vault(["--doctor", "--help"], {})).stdout).toContain("Usage");
  });

  it("does not colour what goes to a file or another program", async () => {
    expect((await vault(["--doctor"])).stdout).not.toContain("\u001B");
  });
});

describe.concurrent("a variable that is mistyped", () => {
  it("is warned of in the log, without its value, while the server serves", async () => {
    const { exitCode, stderr } = await vault([], { VAULT_KEY: canary, DRAWBRIDGE_ACESS: "canary-value" });
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/"level":40,.*"DRAWBRIDGE_ACESS".*did you mean DRAWBRIDGE_ACCESS\?/);
    expect(stderr).not.toContain("canary-value");
  });

  it("is not suspected in one that may be another connector's", async () => {
    const { stderr } = await vault([], { VAULT_KEY: canary, DRAWBRIDGE_URL: "postgres://host", DRAWBRIDGE_ROOTS: "/" });
    expect(stderr).not.toContain('"level":40');
  });
});
