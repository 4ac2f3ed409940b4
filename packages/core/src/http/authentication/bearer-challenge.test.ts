import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bearerChallenge } from "./bearer-challenge.ts";

describe("bearerChallenge", () => {
  it("writes parameters as RFC 6750 does", () => {
    const parameters = {
      resource_metadata: "https://a.example/x",
      error: "invalid_token",
      error_description: "Too old.",
    };
    expect(bearerChallenge(parameters)).toBe(
      'Bearer resource_metadata="https://a.example/x", error="invalid_token", error_description="Too old."',
    );
  });

  it("is one quoted string for every value, which means the value where it is printable", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme-ascii" })), (value) => {
        const [, quoted] = /^Bearer realm="((?:[ !#-[\]-~]|\\["\\])*)"$/.exec(bearerChallenge({ realm: value })) ?? [];
        expect(quoted?.replace(/\\(.)/g, "$1")).toBe(value.replace(/[^ -~]/gu, "?"));
      }),
    );
  });

  it("has no quote in a description, and so no second parameter", () => {
    expect(bearerChallenge({ error_description: 'a", error="b\\' })).toBe(`Bearer error_description="a', error='b'"`);
  });
});
