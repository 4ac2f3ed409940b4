import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { sampleOptions } from "../../test/sample-options.ts";
import { option } from "./option.ts";
import { readOptions } from "./read-options.ts";
import { UsageError } from "./usage-error.ts";

const sample = sampleOptions();
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "drawbridge-options-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function written(text: string, file = "config.yaml"): string {
  const path = join(folder, file);
  writeFileSync(path, text);
  return path;
}

const own = async (argv: string[], environment: Record<string, string> = {}) =>
  (await readOptions(sample, argv, environment)).own;

describe("readOptions", () => {
  it("lets a flag win over the environment, that over the file, and that over the default", async () => {
    const file = written("mode: fast\nmax-file-bytes: 2\n");
    expect((await own([])).maxFileBytes).toBe(100);
    expect((await own(["--config", file])).maxFileBytes).toBe(2);
    const environment = { DRAWBRIDGE_MAX_FILE_BYTES: "3" };
    expect((await own(["--config", file], environment)).maxFileBytes).toBe(3);
    expect((await own(["--config", file, "--max-file-bytes", "4"], environment)).maxFileBytes).toBe(4);
  });

  it("asks our own variable before the ecosystem's", async () => {
    expect((await own([], { SAMPLE_MODE: "fast" })).mode).toBe("fast");
    expect((await own([], { SAMPLE_MODE: "fast", DRAWBRIDGE_MODE: "safe" })).mode).toBe("safe");
  });

  it("takes an empty variable for one that is not set", async () => {
    expect((await own([], { DRAWBRIDGE_MODE: "", SAMPLE_MODE: "fast" })).mode).toBe("fast");
  });

  it.each([
    ["true", true],
    ["1", true],
    ["false", false],
    ["0", false],
  ])("reads the boolean variable %s as %s", async (text, value) => {
    expect((await own([], { DRAWBRIDGE_FOLLOW_LINKS: text })).followLinks).toBe(value);
  });

  it("refuses a boolean variable that says neither", async () => {
    await expect(own([], { DRAWBRIDGE_FOLLOW_LINKS: "yes please" })).rejects.toThrow(UsageError);
  });

  it("splits a list at its separator, and only one that has a separator", async () => {
    expect(await own(["--labels", "a,b", "--labels", "c", "--deny", "a,b"])).toMatchObject({
      labels: ["a", "b", "c"],
      deny: ["a,b"],
    });
  });

  it("reads a list in a variable as lines", async () => {
    expect((await own([], { DRAWBRIDGE_DENY: "a b\nc" })).deny).toEqual(["a b", "c"]);
  });

  it("reads a list in a variable as JSON", async () => {
    expect((await own([], { DRAWBRIDGE_DENY: '["a\\nb","c"]' })).deny).toEqual(["a\nb", "c"]);
  });

  it("refuses a list in a variable that begins like JSON and is none", async () => {
    await expect(own([], { DRAWBRIDGE_DENY: '["a"' })).rejects.toThrow(UsageError);
  });

  it.each(["--check", "--help", "--version"])("has no variable for %s, which belongs to the moment", async (flag) => {
    const name = flag.slice(2);
    const { standard } = await readOptions(sample, [], { [`DRAWBRIDGE_${name.toUpperCase()}`]: "true" });
    expect(standard).toMatchObject({ [name]: false });
  });

  it("names the option and the choices for a value that is none of them", async () => {
    await expect(own(["--mode", "slow"])).rejects.toThrow('--mode does not take "slow": choose one of fast, safe');
  });

  it.each(["12x", "", "1e3", "1.5", "99999999999999999999", "0"])("refuses %j as a count of bytes", async (text) => {
    await expect(own([`--max-file-bytes=${text}`])).rejects.toThrow(/^--max-file-bytes does not take/);
  });

  it("does not repeat a secret that it refuses", async () => {
    const refused = await own([], { SAMPLE_TOKEN: "sesame" }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(UsageError);
    expect((refused as Error).message).not.toContain("sesame");
  });

  it("reads a secret from the file that its _FILE variable names, without the line end", async () => {
    const file = written("open-sesame\n", "token");
    const { own: values, secrets } = await readOptions(sample, [], { SAMPLE_TOKEN_FILE: file });
    expect([values.token, secrets]).toEqual(["open-sesame", ["open-sesame"]]);
  });

  it("says which _FILE cannot be read", async () => {
    await expect(own([], { SAMPLE_TOKEN_FILE: join(folder, "gone") })).rejects.toThrow(
      /^SAMPLE_TOKEN_FILE names .* cannot be read \(ENOENT\)/,
    );
  });

  it("reads no _FILE for an option that is no secret", async () => {
    const file = written("fast", "mode");
    expect((await own([], { DRAWBRIDGE_MODE_FILE: file })).mode).toBe("safe");
  });

  it("collects each secret that was given, for redaction", async () => {
    const file = written(`token: \${env:MINE}\n`);
    expect((await readOptions(sample, ["--config", file], { MINE: "from-file-1" })).secrets).toEqual(["from-file-1"]);
    expect((await readOptions(sample, [], { SAMPLE_TOKEN: "from-env-1" })).secrets).toEqual(["from-env-1"]);
    expect((await readOptions(sample, [], {})).secrets).toEqual([]);
  });

  it("names variables for what is required and missing", async () => {
    const needy = z.object({ token: option(z.string(), { description: "Opens it", secret: true }) });
    await expect(readOptions(needy, [], {})).rejects.toThrow("token is missing; set DRAWBRIDGE_TOKEN");
  });

  it("explains itself to somebody who has not given what is required", async () => {
    const needy = z.object({ url: option(z.string(), { description: "Where" }) });
    expect((await readOptions(needy, ["--help"], {})).standard.help).toBe(true);
    await expect(readOptions(needy, [], {})).rejects.toThrow("--url is missing (or DRAWBRIDGE_URL)");
  });

  it("either reads what it is given or throws UsageError, whatever it is", async () => {
    const flag = fc.constantFrom(
      "--mode",
      "--deny",
      "--labels",
      "--max-file-bytes",
      "--timeout",
      "--tools",
      "--access",
    );
    const pair = fc.tuple(flag, fc.string()).map(([name, value]) => `${name}=${value}`);
    const variable = fc.constantFrom("DRAWBRIDGE_DENY", "DRAWBRIDGE_MODE", "DRAWBRIDGE_TIMEOUT", "SAMPLE_TOKEN");
    const environments = fc.dictionary(variable, fc.oneof(fc.string(), fc.json()));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(pair, fc.string())), environments, async (argv, environment) => {
        await readOptions(sample, argv, environment).catch((error: unknown) => {
          expect(error).toBeInstanceOf(UsageError);
        });
      }),
      { numRuns: 300 },
    );
  });
});
