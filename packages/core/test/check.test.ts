import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const script = fileURLToPath(new URL("process/vault-server.mjs", import.meta.url));

/** What `--check` of the vault reports, and how it ends. */
function check(...argv: readonly string[]): Promise<{ readonly exitCode: unknown; readonly report: unknown }> {
  const env = { PATH: process.env.PATH, VAULT_KEY: "canary/sesame+1" };
  return new Promise((resolve) => {
    execFile(process.execPath, [script, "--check", ...argv], { env }, (error, stdout) => {
      resolve({ exitCode: error?.code ?? 0, report: JSON.parse(stdout) });
    });
  });
}

it("reports a system that can be used", async () => {
  expect(await check()).toMatchObject({ exitCode: 0, report: { ok: true, connector: "vault" } });
});

it("reports a system that does not answer in time, and ends", async () => {
  expect(await check("--state", "silent", "--timeout", "100ms")).toMatchObject({
    exitCode: 1,
    report: { ok: false, problem: expect.stringContaining("no answer came") },
  });
});
