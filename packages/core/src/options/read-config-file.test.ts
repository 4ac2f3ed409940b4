import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sampleOptions } from "../../test/sample-options.ts";
import { describeOptions } from "./describe-options.ts";
import { readConfigFile } from "./read-config-file.ts";
import { standardOptions } from "./standard-options.ts";
import { UsageError } from "./usage-error.ts";

const options = [...describeOptions(sampleOptions()), ...describeOptions(standardOptions)];
let file: string;
beforeAll(() => {
  file = join(mkdtempSync(join(tmpdir(), "drawbridge-config-")), "config.yaml");
});
afterAll(() => rmSync(join(file, ".."), { recursive: true }));

async function read(text: string, environment: Record<string, string> = {}) {
  writeFileSync(file, text);
  return Object.fromEntries(await readConfigFile(file, options, environment));
}

describe("readConfigFile", () => {
  it("reads YAML", async () => {
    expect(await read("mode: fast # quick\ndeny:\n  - a\n  - b\n")).toEqual({ mode: "fast", deny: ["a", "b"] });
  });

  it("reads JSON", async () => {
    expect(await read('{"max-file-bytes": 5, "follow-links": true}')).toEqual({
      "max-file-bytes": 5,
      "follow-links": true,
    });
  });

  it(`puts variables where \${env:NAME} stands, inside a text and inside a list`, async () => {
    expect(await read(`deny: ["\${env:HOME_OF}/x"]\nmode: \${env:M}`, { HOME_OF: "/home", M: "fast" })).toEqual({
      deny: ["/home/x"],
      mode: "fast",
    });
  });

  it("does not look for variables inside the values of variables", async () => {
    expect(await read(`mode: \${env:A}`, { A: `\${env:B}`, B: "secret" })).toEqual({ mode: `\${env:B}` });
  });

  it("refuses a variable that is not set", async () => {
    await expect(read(`mode: \${env:GONE}`)).rejects.toThrow(/environment variable GONE, which is not set/);
  });

  it("refuses a secret in clear, and does not repeat it", async () => {
    const refused = await read("token: abcdefgh").catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(UsageError);
    expect((refused as Error).message).toContain(`\${env:DRAWBRIDGE_TOKEN}`);
    expect((refused as Error).message).not.toContain("abcdefgh");
  });

  it.each([`token: abc\${env:TOKEN}`, "token: [x]", "token: 12345678"])(
    "refuses a secret written as %s",
    async (text) => {
      await expect(read(text, { TOKEN: "defgh" })).rejects.toThrow(/is a secret in clear/);
    },
  );

  it.each(["token:", 'token: ""', "token: ~"])("says of a secret written as %s that it is empty", async (text) => {
    await expect(read(text)).rejects.toThrow(
      /^token in .* is empty; write "\$\{env:DRAWBRIDGE_TOKEN\}" instead, or leave/,
    );
  });

  it("takes a secret from a variable", async () => {
    expect(await read(`token: \${env:MINE}`, { MINE: "abcdefgh" })).toEqual({ token: "abcdefgh" });
  });

  it("names the key that an unknown one was meant to be", async () => {
    await expect(read("acces: read")).rejects.toThrow(/unknown key "acces" in .*; did you mean "access"\?/);
  });

  it("lists the known keys where none is near", async () => {
    await expect(read("zzzzzzzzzzzz: 1")).rejects.toThrow(/known keys are .*mode/);
  });

  it.each(["help: true", "check: true", "config: other.yaml", "__proto__: 1", "maxFileBytes: 1"])(
    "refuses the key in %s",
    async (text) => {
      await expect(read(text)).rejects.toThrow(/^unknown key/);
    },
  );

  it.each(["a: [", "a: 1\na: 2", "\tmode: fast", "mode: &a fast\ndeny: [*a]"])(
    "refuses %j as no YAML",
    async (text) => {
      await expect(read(text)).rejects.toThrow(/is neither JSON nor YAML/);
    },
  );

  it.each(["- mode\n- fast", "fast", "", "7", "null"])("refuses %j, which has no keys", async (text) => {
    await expect(read(text)).rejects.toThrow(/must hold one object whose keys are options/);
  });

  it("says that a file cannot be read", async () => {
    await expect(readConfigFile(`${file}.gone`, options, {})).rejects.toThrow(/cannot be read \(ENOENT\)/);
  });
});
