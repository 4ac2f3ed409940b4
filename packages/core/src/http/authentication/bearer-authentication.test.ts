import { describe, expect, it } from "vitest";
import { UsageError } from "../../options/usage-error.ts";
import { BearerAuthentication } from "./bearer-authentication.ts";
import { noAuthentication } from "./no-authentication.ts";

const token = "correct-horse-battery-staple";

describe("BearerAuthentication", () => {
  const authentication = new BearerAuthentication(token);

  it("admits whoever has the token", async () => {
    const caller = { principal: "bearer", access: "full" };
    expect(await authentication.authenticate(`Bearer ${token}`)).toEqual(caller);
    expect(await authentication.authenticate(`bearer ${token}`)).toEqual(caller);
  });

  it.each([
    ["another token", "Bearer correct-horse-battery-stable"],
    ["the beginning of the token", "Bearer correct-horse-battery"],
    ["more than the token", `Bearer ${token}r`],
    ["the token in capitals", `Bearer ${token.toUpperCase()}`],
    ["two tokens, one of them right", `Bearer ${token}, Bearer wrong`],
  ])("refuses %s, and repeats nothing of it", async (_, header) => {
    const refusal = await authentication.authenticate(header);
    expect(refusal).toMatchObject({ status: 401, challenge: expect.stringContaining('error="invalid_token"') });
    expect(JSON.stringify(refusal)).not.toContain("horse");
  });

  it.each([undefined, `Basic ${btoa(`user:${token}`)}`, token])(
    "has no error for a request without a token (%j)",
    async (header) => {
      const refusal = {
        status: 401,
        challenge: 'Bearer realm="drawbridge"',
        message: expect.stringContaining("needs its token"),
      };
      expect(await authentication.authenticate(header)).toEqual(refusal);
    },
  );

  it.each(["", `${token} `, `${token}\n`, "correct horse battery staple", "pässwörter-sind-geheim", "a".repeat(8193)])(
    "cannot be had with the token %j, and does not repeat it",
    (unusable) => {
      const construct = () => new BearerAuthentication(unusable);
      expect(construct).toThrow(UsageError);
      expect(construct).toThrow(/^DRAWBRIDGE_HTTP_TOKEN has to (?!.*(horse|fifteen|geheim|aaa))/);
    },
  );

  it.each(["sixteen-letters-", "c2VjcmV0LXRva2Vu==", "~".repeat(8192)])(
    "can be had with the token %j",
    async (usable) => {
      const caller = await new BearerAuthentication(usable).authenticate(`Bearer ${usable}`);
      expect(caller).toMatchObject({ principal: "bearer" });
    },
  );
});

describe("noAuthentication", () => {
  it("admits everybody as the same caller, with a token or without", async () => {
    const caller = { principal: "anonymous", access: "full" };
    expect(await noAuthentication.authenticate(undefined)).toEqual(caller);
    expect(await noAuthentication.authenticate(`Bearer ${token}`)).toEqual(caller);
  });
});
