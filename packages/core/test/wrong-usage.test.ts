import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const script = fileURLToPath(new URL("process/vault-server.mjs", import.meta.url));
const canary = "canary/sesame+1";

/** What the vault's command says on stderr, and how it ends. */
function vault(...argv: readonly string[]): Promise<{ readonly exitCode: unknown; readonly stderr: string }> {
  const env = { PATH: process.env.PATH, VAULT_KEY: canary };
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...argv], { env }, (error, _, stderr) => {
      resolve({ exitCode: error?.code ?? 0, stderr });
    });
  });
}

it("shows no secret where a connector names it in what it cannot start with", async () => {
  const { exitCode, stderr } = await vault("--list-tools", "--state", "jammed");
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/⟦redacted configured secret [0-9a-f]{8}⟧ does not turn/);
  expect(stderr).not.toContain("sesame");
});

it("shows all else that it says", async () => {
  const { exitCode, stderr } = await vault("--list-tools", "--state", "ajar");
  expect(exitCode).toBe(2);
  expect(stderr).toContain('--state does not take "ajar": choose one of open, shut, silent, jammed, sealed');
});

it("shows no secret where a connector fails in a way that nobody foresaw", async () => {
  const { exitCode, stderr } = await vault("--list-tools", "--state", "sealed");
  expect(exitCode).toBe(1);
  expect(stderr).toContain("Invalid URL");
  expect(stderr).not.toContain("sesame");
});
