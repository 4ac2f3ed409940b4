import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const script = fileURLToPath(new URL("process/vault-server.mjs", import.meta.url));
const canary = "canary/sesame+1";

/** What the vault's command says on stderr, and how it ends. */
function vault(...argv: readonly string[]) {
  return vaultIn({}, ...argv);
}

function vaultIn(
  environment: NodeJS.ProcessEnv,
  ...argv: readonly string[]
): Promise<{ readonly exitCode: unknown; readonly stderr: string }> {
  const env = { PATH: process.env.PATH, VAULT_KEY: canary, ...environment };
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
  expect(stderr).toContain(
    '--state does not take "ajar": choose one of open, shut, silent, jammed, sealed, bent, stolen, odd',
  );
});

it("shows no secret where a connector fails in a way that nobody foresaw", async () => {
  const { exitCode, stderr } = await vault("--list-tools", "--state", "sealed");
  expect(exitCode).toBe(1);
  expect(stderr).toContain("Invalid URL");
  expect(stderr).not.toContain("sesame");
});

describe("an error that nobody foresaw, at start,", () => {
  it("is said in one line with a reference, under which the log has where it was thrown", async () => {
    const { exitCode, stderr } = await vault("--list-tools", "--state", "bent");
    expect(exitCode).toBe(1);
    const [said = "", logged = ""] = stderr.split("\n");
    expect(said).toMatch(/^\S+: cannot start: TypeError: Invalid URL \(reference \S+\)$/);
    expect(JSON.parse(logged)).toMatchObject({
      event: "start",
      reference: /reference (\S+)\)/.exec(said)?.[1],
      err: { message: "Invalid URL", stack: expect.stringContaining("vault-server.mjs") },
    });
  });

  it("shows no secret, not even a part of one that the error was given", async () => {
    const { stderr } = await vault("--list-tools", "--state", "bent");
    expect(stderr).not.toContain("sesame");
  });

  it("is a failure where it is foreseen, and no secret is shown", async () => {
    const { exitCode, stderr } = await vault("--list-tools", "--state", "stolen");
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^\S+: ⟦redacted configured secret [0-9a-f]{8}⟧ is refused\n$/);
  });

  it("shows nothing of what is thrown and is no error", async () => {
    const { exitCode, stderr } = await vault("--list-tools", "--state", "odd");
    expect(exitCode).toBe(1);
    expect(stderr).toContain("cannot start: Error: what was thrown is no error (reference ");
    expect(stderr).not.toContain("sesame");
  });

  it("keeps its message to itself while nobody knows yet what is secret", async () => {
    const { exitCode, stderr } = await vault("--list-tools", "--hinge", "sesame");
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^\S+: cannot start: Error while the options were read \(reference \S+\)\n$/);
  });
});

describe("a server that would stand open", () => {
  it("does not start where the variable of its token is mistyped", async () => {
    const { exitCode, stderr } = await vaultIn({ DRAWBRIDGE_HTTP_TOKN: "0123456789abcdef" }, "--http", "0");
    expect(exitCode).toBe(2);
    expect(stderr).toContain("did you mean DRAWBRIDGE_HTTP_TOKEN?");
  });

  it("is not found well by --check", async () => {
    const { exitCode, stderr } = await vault("--check", "--http", "0.0.0.0:80");
    expect(exitCode).toBe(2);
    expect(stderr).toContain("DRAWBRIDGE_HTTP_TOKEN");
  });
});

describe("a secret of the environment", () => {
  it.each([
    ["an unknown option", [`--${canary}`]],
    ["an argument", ["--state=open", canary]],
    ["a value", ["--state", canary]],
  ])("is not shown where it was given as %s as well", async (_, argv) => {
    const { exitCode, stderr } = await vault(...argv);
    expect(exitCode).toBe(2);
    expect(stderr).not.toContain("sesame");
  });

  it("is not shown where it stands in the variable for its file", async () => {
    const { exitCode, stderr } = await vaultIn({ VAULT_KEY: undefined, VAULT_KEY_FILE: canary }, "--list-tools");
    expect(exitCode).toBe(2);
    expect(stderr).toContain("VAULT_KEY_FILE");
    expect(stderr).not.toContain("sesame");
  });
});
