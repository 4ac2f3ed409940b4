import type { JWK } from "jose";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { MemoryLog } from "../../../test/memory-log.ts";
import { OAuthIssuer, resource, signingKey } from "../../../test/oauth-issuer.ts";
import type { Authentication } from "./authentication.ts";
import { openOAuthAuthentication } from "./oauth-authentication.ts";

let one: JWK;
let two: JWK;
let issuer: OAuthIssuer;
let log: MemoryLog;
let authentication: Authentication;

beforeAll(async () => {
  [one, two] = await Promise.all([signingKey("one"), signingKey("two")]);
});
beforeEach(async () => {
  issuer = await OAuthIssuer.open(one);
  log = new MemoryLog();
  authentication = openOAuthAuthentication({ issuer: issuer.url, resource, access: "full", log });
  vi.useFakeTimers({ toFake: ["Date", "performance"] });
});
afterEach(async () => {
  vi.useRealTimers();
  await issuer.down();
});

const present = (token: string) => authentication.authenticate(`Bearer ${token}`);
const read = (path: string) => issuer.seen.filter((seen) => seen === path).length;
const admitted = { principal: expect.stringContaining("#"), access: "read", expires: expect.any(Number) };
const refused = { status: 401 };
const later = {
  status: 503,
  challenge: undefined,
  message: expect.stringContaining("Tokens cannot be checked now"),
  retryAfter: 10,
};

describe("IssuerKeys", () => {
  it("asks the issuer once for all who come at once, and not again for those who come after", async () => {
    const tokens = await Promise.all([issuer.sign(), issuer.sign(), issuer.sign()]);
    for (const outcome of await Promise.all(tokens.map(present))) expect(outcome).toEqual(admitted);
    expect(await present(await issuer.sign())).toEqual(admitted);
    expect([read("/.well-known/oauth-authorization-server"), read("/jwks")]).toEqual([1, 1]);
  });

  it("asks nothing of the issuer where there is no token", async () => {
    await authentication.authenticate(undefined);
    expect(issuer.seen).toEqual([]);
  });

  it("finds a key that the issuer published later", async () => {
    expect(await present(await issuer.issue())).toEqual(admitted);
    await issuer.rotate(two, one);
    vi.advanceTimersByTime(30_000);
    expect(await present(await issuer.sign())).toEqual(admitted);
    expect(await present(await issuer.issue())).toEqual(admitted);
  });

  it("does not let made-up names of keys have it ask again and again", async () => {
    expect(await present(await issuer.issue())).toEqual(admitted);
    for (let index = 0; index < 5; index++) {
      expect(await present(await issuer.sign({}, { kid: `made-up-${index}` }))).toMatchObject(refused);
    }
    expect(read("/jwks")).toBe(1);
    vi.advanceTimersByTime(30_000);
    for (let index = 0; index < 5; index++) {
      expect(await present(await issuer.sign({}, { kid: `made-up-${index}` }))).toMatchObject(refused);
    }
    expect(read("/jwks")).toBe(2);
  });

  it("refuses tokens of a key that was withdrawn, five minutes after it was last read", async () => {
    const token = await issuer.sign({ exp: Math.floor(Date.now() / 1000) + 3600 });
    expect(await present(token)).toEqual(admitted);
    await issuer.rotate(two);
    vi.advanceTimersByTime(5 * 60_000);
    expect(await present(token)).toMatchObject(refused);
    expect(await present(await issuer.issue())).toEqual(admitted);
  });

  it("says at once that a withdrawn key is none, where a token of the new key came first", async () => {
    const token = await issuer.sign();
    expect(await present(token)).toEqual(admitted);
    await issuer.rotate(two);
    vi.advanceTimersByTime(30_000);
    expect(await present(await issuer.issue())).toEqual(admitted);
    expect(await present(token)).toMatchObject(refused);
  });

  it("admits nobody while the issuer is down from the start, and everybody once it is up", async () => {
    const token = await issuer.issue();
    await issuer.down();
    expect(await present(token)).toEqual(later);
    await issuer.up();
    expect(await present(token)).toEqual(later);
    vi.advanceTimersByTime(10_000);
    expect(await present(token)).toEqual(admitted);
  });

  it("goes on with the keys it has while the issuer is down, and no longer than their age allows", async () => {
    const token = await issuer.sign({ exp: Math.floor(Date.now() / 1000) + 3600 });
    expect(await present(token)).toEqual(admitted);
    await issuer.down();
    vi.advanceTimersByTime(4 * 60_000);
    expect(await present(token)).toEqual(admitted);
    vi.advanceTimersByTime(60_000);
    expect(await present(token)).toEqual(later);
    await issuer.up();
    vi.advanceTimersByTime(10_000);
    expect(await present(token)).toEqual(admitted);
  });

  it("reads the metadata again after an hour, and does without where the keys are fresh and the issuer is down", async () => {
    const token = await issuer.sign({ exp: Math.floor(Date.now() / 1000) + 7200 });
    expect(await present(token)).toEqual(admitted);
    vi.advanceTimersByTime(58 * 60_000);
    expect(await present(token)).toEqual(admitted);
    expect(read("/.well-known/oauth-authorization-server")).toBe(1);
    await issuer.down();
    vi.advanceTimersByTime(2 * 60_000);
    expect(await present(token)).toEqual(admitted);
    vi.advanceTimersByTime(3 * 60_000);
    expect(await present(token)).toEqual(later);
    await issuer.up();
    vi.advanceTimersByTime(10_000);
    expect(await present(token)).toEqual(admitted);
    expect(read("/.well-known/oauth-authorization-server")).toBe(2);
  });

  it("keeps known keys good while a made-up one cannot be looked for", async () => {
    const token = await issuer.issue();
    expect(await present(token)).toEqual(admitted);
    await issuer.down();
    vi.advanceTimersByTime(30_000);
    expect(await present(await issuer.sign({}, { kid: "made-up" }))).toEqual(later);
    expect(await present(token)).toEqual(admitted);
    await issuer.up();
  });

  it("tells the log why the issuer could not be asked, once for each time it was, and no token", async () => {
    const token = await issuer.issue();
    await issuer.down();
    await Promise.all([present(token), present(token)]);
    await present(token);
    expect(log.events).toEqual([
      {
        level: "warn",
        event: "authentication",
        problem: expect.stringContaining("again in 10 s"),
        err: expect.objectContaining({ message: expect.stringContaining("ECONNREFUSED") }),
      },
    ]);
    await issuer.up();
  });

  it("does not guess which of several keys a token means that names none", async () => {
    const nameless = { kid: undefined };
    expect(await present(await issuer.sign({}, nameless))).toEqual(admitted);
    await issuer.rotate(one, two);
    vi.advanceTimersByTime(5 * 60_000);
    const refusal = { status: 401, message: expect.stringContaining("does not name its key") };
    expect(await present(await issuer.sign({}, nameless))).toMatchObject(refusal);
  });

  it.each(["PS256", "ES256", "EdDSA"])("checks signatures of %s, too", async (alg) => {
    await issuer.rotate(await signingKey(alg, alg), one);
    expect(await present(await issuer.sign())).toEqual(admitted);
  });
});
