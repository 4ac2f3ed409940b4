import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ConnectorDescription } from "@drawbridge/core";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { FolderSource } from "../connectors/connector-source.ts";
import { officialConnectors } from "../connectors/official-connectors.ts";
import { cursor } from "../hosts/cursor.ts";
import { LockStore } from "../locks/lock-store.ts";
import { forgetSecrets } from "../secrets/forget-secrets.ts";
import type { Keyring } from "../secrets/keyring.ts";
import { type AddSettings, addConnectors } from "./add-connectors.ts";
import { readChoice } from "./read-choice.ts";

const folder = fileURLToPath(new URL("../../../github/", import.meta.url));
const source: FolderSource = {
  kind: "folder",
  folder,
  package: "@drawbridge/github",
  version: "0.0.0",
  program: join(folder, "dist/cli.js"),
};
const description = officialConnectors().find(({ name }) => name === "github") as ConnectorDescription;
const secret = "a-secret-of-this-test";

/** A keyring in memory, which fails where it is told to. */
class Memory implements Keyring {
  readonly kept = new Map<string, string>();
  readonly #trouble: string | undefined;

  constructor(trouble?: string) {
    this.#trouble = trouble;
  }

  async keep(account: string, value: string): Promise<string | undefined> {
    if (this.#trouble === undefined) this.kept.set(account, value);
    return this.#trouble;
  }

  async forget(account: string): Promise<boolean> {
    return this.kept.delete(account);
  }
}

let home: string;
let shown: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "add-"));
  mkdirSync(join(home, "project"));
  shown = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    shown += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(home, { recursive: true });
});

const configuration = () => join(home, "project", ".cursor", "mcp.json");
const settings = (more: Partial<AddSettings>): AddSettings => ({
  ...{ hosts: [cursor], project: join(home, "project"), replaces: false, dryRun: false, checks: false },
  ...{ locks: new LockStore(join(home, "locks")), keyring: new Memory(), confirm: async () => true },
  ...more,
});
const choose = () =>
  readChoice(
    source,
    description,
    { name: "work", args: [], fromVariables: [], intoKeyring: ["token"] },
    async () => secret,
  );

describe("a connector whose secret goes into the keyring", { timeout: 60_000 }, () => {
  it("is configured with where it is, and no file holds it", async () => {
    const keyring = new Memory();
    const locks = new LockStore(join(home, "locks"));
    expect(await addConnectors([await choose()], settings({ keyring, locks }))).toBe(0);
    expect([...keyring.kept]).toEqual([["work/token", secret]]);
    const entry = JSON.parse(readFileSync(configuration(), "utf8")).mcpServers.work;
    expect(entry.env).toEqual({ DRAWBRIDGE_TOKEN_KEYRING: "drawbridge/work/token" });
    const [lock] = locks.all();
    expect(lock?.env).toEqual({ DRAWBRIDGE_TOKEN_KEYRING: { text: "drawbridge/work/token" } });
    expect(shown + readFileSync(configuration(), "utf8") + JSON.stringify(lock)).not.toContain(secret);
    expect(await forgetSecrets({ env: lock?.env ?? {} }, [{ env: lock?.env ?? {} }], keyring)).toEqual([]);
    expect(await forgetSecrets({ env: lock?.env ?? {} }, [], keyring)).toEqual(["work/token"]);
  });

  it("is not configured where no keyring can be had: told in one line, with another way", async () => {
    const keyring = new Memory("AccessDenied");
    await expect(addConnectors([await choose()], settings({ keyring }))).rejects.toThrow(
      "no keyring can be had here (AccessDenied), and nothing was written: set a variable for the secret, and refer to it with --secret-env token=VARIABLE",
    );
    expect([existsSync(configuration()), new LockStore(join(home, "locks")).all()]).toEqual([false, []]);
  });

  it("leaves nothing where the person says no, or only wants to see it", async () => {
    const keyring = new Memory();
    expect(await addConnectors([await choose()], settings({ keyring, confirm: async () => false }))).toBe(1);
    expect(await addConnectors([await choose()], settings({ keyring, dryRun: true }))).toBe(0);
    expect([keyring.kept.size, existsSync(configuration())]).toEqual([0, false]);
  });
});
