import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readBearerToken } from "./read-bearer-token.ts";

const letters = "abcdefghijklmnopqrstuvwxyz";
const tokenCharacter = fc.constantFrom(...letters, ...letters.toUpperCase(), ..."0123456789-._~+/");
const token = fc
  .tuple(fc.string({ unit: tokenCharacter, minLength: 1 }), fc.nat(3))
  .map(([text, padding]) => text + "=".repeat(padding));
const fault = { fault: expect.stringContaining("Authorization: Bearer") };

describe("readBearerToken", () => {
  it("reads every token of RFC 6750, whatever the case of the scheme and the spaces after it", () => {
    const scheme = fc.constantFrom("Bearer", "bearer", "BEARER");
    const spaces = fc.integer({ min: 1, max: 4 }).map((count) => " ".repeat(count));
    fc.assert(
      fc.property(scheme, spaces, token, (word, space, text) => {
        expect(readBearerToken(word + space + text)).toEqual({ token: text });
      }),
    );
  });

  it("never reads a token that RFC 6750 does not have, whatever comes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const read = readBearerToken(`Bearer ${text}`);
        const isToken = /^ *[A-Za-z0-9\-._~+/]+=*$/.test(text);
        expect(read.token).toBe(isToken ? text.replace(/^ */, "") : undefined);
        expect(read.fault === undefined).toBe(isToken);
      }),
    );
  });

  it("says nothing of a token in what it finds wrong", () => {
    fc.assert(
      fc.property(token, (text) => {
        const secret = `secret${text}`;
        expect(readBearerToken(`Bearer ${secret} ${secret}`).fault).not.toContain(secret);
      }),
    );
  });

  it.each([undefined, "", "Basic dXNlcjpwYXNz", "Bearertoken", "DPoP abc"])("takes %j for no token", (header) => {
    expect(readBearerToken(header)).toEqual({});
  });

  it.each(["Bearer", "Bearer ", "Bearer one two", "Bearer one, Bearer two", "Bearer =", "Bearer a\tb", 'Bearer "a"'])(
    "finds a fault in %j",
    (header) => {
      expect(readBearerToken(header)).toEqual(fault);
    },
  );

  it("takes a token of 8 KiB and none that is longer", () => {
    expect(readBearerToken(`Bearer ${"a".repeat(8192)}`).token).toHaveLength(8192);
    expect(readBearerToken(`Bearer ${"a".repeat(8193)}`)).toEqual({ fault: expect.stringContaining("8192") });
  });
});
