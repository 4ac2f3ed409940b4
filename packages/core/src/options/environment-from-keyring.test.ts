import { describe, expect, it } from "vitest";
import * as z from "zod";
import { describeOptions } from "./describe-options.ts";
import { environmentFromKeyring } from "./environment-from-keyring.ts";
import { option } from "./option.ts";

const options = describeOptions(
  z.object({
    token: option(z.string().optional(), { description: "A token", secret: true, environment: ["SHED_TOKEN"] }),
    url: option(z.string().optional(), { description: "An address", secretsWithin: () => [] }),
    size: option(z.int().optional(), { description: "A size" }),
  }),
);

const kept = new Map([
  ["drawbridge/shed/token", "s3cret"],
  ["drawbridge/url", "postgres://u:p@h/d"],
]);

async function from(environment: Record<string, string>, read = async (s: string, a: string) => kept.get(`${s}/${a}`)) {
  const problems: string[] = [];
  const result = await environmentFromKeyring(options, environment, ({ message }) => problems.push(message), read);
  return { result, problems };
}

describe("an environment that names entries of the keyring", () => {
  it("has what they hold, whichever variable of the option names one", async () => {
    const { result, problems } = await from({
      SHED_TOKEN_KEYRING: "drawbridge/shed/token",
      DRAWBRIDGE_URL_KEYRING: "drawbridge/url",
    });
    expect(problems).toEqual([]);
    expect(result).toMatchObject({ SHED_TOKEN: "s3cret", DRAWBRIDGE_URL: "postgres://u:p@h/d" });
  });

  it("is left as it is where none is named, and no keyring is asked", async () => {
    const environment = { SHED_TOKEN: "plain", DRAWBRIDGE_SIZE_KEYRING: "drawbridge/size" };
    const { result } = await from(environment, () => Promise.reject(new Error("asked")));
    expect(result).toBe(environment);
  });

  it.each([
    [{ SHED_TOKEN_KEYRING: "drawbridge/gone" }, "an entry that the keyring does not have"],
    [{ SHED_TOKEN_KEYRING: "ghp_0123456789" }, "does not name an entry of the keyring, as <service>/<account>"],
    [{ SHED_TOKEN_KEYRING: "a/b", SHED_TOKEN: "x" }, "both SHED_TOKEN and SHED_TOKEN_KEYRING are set"],
    [{ SHED_TOKEN_KEYRING: "a/b", SHED_TOKEN_FILE: "x" }, "both SHED_TOKEN_FILE and SHED_TOKEN_KEYRING are set"],
  ])("is told what is wrong with %j, without what might be a secret", async (environment, problem) => {
    const { problems } = await from(environment as Record<string, string>);
    expect(problems).toEqual([expect.stringContaining(problem)]);
    expect(problems.join()).not.toContain("ghp_");
  });

  it("is told in one line that no keyring can be had, with another way", async () => {
    const missing = Object.assign(new Error("Cannot find package"), { code: "ERR_MODULE_NOT_FOUND" });
    const { problems } = await from({ SHED_TOKEN_KEYRING: "a/b" }, () => Promise.reject(missing));
    expect(problems).toEqual([
      "SHED_TOKEN_KEYRING cannot be followed: this process reaches no keyring (@napi-rs/keyring is not installed); set SHED_TOKEN instead",
    ]);
  });
});
