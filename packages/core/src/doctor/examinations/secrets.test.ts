import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { findingsOf } from "../../../test/findings-of.ts";
import { Shelf, shelfConnector } from "../../../test/shelf.ts";
import { option } from "../../options/option.ts";
import { secrets } from "./secrets.ts";

const folder = mkdtempSync(join(tmpdir(), "drawbridge-secrets-"));
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, text: string, mode: number): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  chmodSync(file, mode);
  return file;
}

const addressed = {
  ...shelfConnector(new Shelf()),
  options: z.object({
    url: option(z.string(), { description: "Where", placeholder: "<url>", positional: true }),
    key: option(z.string().optional(), { description: "Opens it", secret: true }),
  }),
} as never;

const well = [{ level: "ok", title: expect.stringContaining("No secret was found") }];

describe("a secret in an argument", () => {
  it("is warned of without being told", async () => {
    const argv = ["postgres://me:canary-1@host/shop"];
    const findings = await findingsOf(secrets, { connector: addressed, argv });
    expect(findings).toMatchObject([{ level: "warning", remedy: expect.stringContaining("DRAWBRIDGE_URL") }]);
    expect(JSON.stringify(findings)).not.toContain("canary");
  });

  it("is known by its value too", async () => {
    const start = { connector: addressed, argv: ["shelf/open-sesame"], environment: { DRAWBRIDGE_KEY: "open-sesame" } };
    expect(await findingsOf(secrets, start)).toMatchObject([{ level: "warning" }]);
  });

  it("is not suspected where there is none", async () => {
    expect(await findingsOf(secrets, { connector: addressed, argv: ["postgres://me@host/shop"] })).toEqual(well);
  });
});

describe.runIf(process.platform !== "win32")("a file that holds a secret", () => {
  it.each([
    [0o644, "every user"],
    [0o640, "its group"],
  ])("with mode %o may be read by %s", async (mode, who) => {
    const file = written("key", "open-sesame", mode);
    expect(await findingsOf(secrets, { environment: { SHELF_KEY_FILE: file } })).toMatchObject([
      { level: "warning", title: expect.stringContaining(who), remedy: `chmod 600 "${file}"` },
    ]);
  });

  it("is well kept with mode 600", async () => {
    const file = written("kept", "open-sesame", 0o600);
    expect(await findingsOf(secrets, { environment: { SHELF_KEY_FILE: file } })).toEqual(well);
  });

  it("may be the configuration, which is open to all only while it holds none", async () => {
    const holding = written("holding.yaml", "key: open-sesame\n", 0o644);
    const naming = written("naming.yaml", `key: \${env:MINE}\n`, 0o644);
    expect(await findingsOf(secrets, { argv: ["--config", holding] })).toMatchObject([{ level: "warning" }]);
    const start = { argv: ["--config", naming], environment: { MINE: "open-sesame" } };
    expect(await findingsOf(secrets, start)).toEqual(well);
  });

  it("is passed over where it is not there", async () => {
    expect(await findingsOf(secrets, { environment: { SHELF_KEY_FILE: join(folder, "gone") } })).toEqual(well);
  });
});
