import { createHash, createHmac, createPublicKey, type JsonWebKey, type KeyObject } from "node:crypto";
import type { JWK, JWTPayload } from "jose";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { MemoryLog } from "../../../test/memory-log.ts";
import { OAuthIssuer, resource, signingKey } from "../../../test/oauth-issuer.ts";
import { UsageError } from "../../options/usage-error.ts";
import type { Authentication } from "./authentication.ts";
import type { Challenge } from "./challenge.ts";
import { openOAuthAuthentication } from "./oauth-authentication.ts";

let key: JWK;
let foreignKey: JWK;
let issuer: OAuthIssuer;
let authentication: Authentication;
const log = new MemoryLog();

beforeAll(async () => {
  [key, foreignKey] = await Promise.all([signingKey("one"), signingKey("one")]);
  issuer = await OAuthIssuer.open(key);
  authentication = openOAuthAuthentication({ issuer: issuer.url, resource, access: "write", log });
});
afterAll(() => issuer.down());
afterEach(() => void vi.useRealTimers());

const present = (token: string) => authentication.authenticate(`Bearer ${token}`);
/** When it ends is the token's own to say. */
const expires = expect.any(Number);
const caller = (subject: string, access = "read") => ({ principal: `${issuer.url}#${subject}`, access, expires });

/** The challenge for a token, after a look that nothing of the token is in it. */
async function refusalOf(token: string): Promise<Challenge> {
  const outcome = (await present(token)) as Challenge;
  expect(outcome.status).toBeDefined();
  for (const part of token.split(".").filter(({ length }) => length > 8)) {
    expect(JSON.stringify([outcome, log.events])).not.toContain(part.slice(0, 16));
  }
  return outcome;
}

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
const invalid = (why: string) => ({
  status: 401,
  challenge: expect.stringMatching(
    /^Bearer resource_metadata="[^"]+", error="invalid_token", error_description="[^"]+"$/,
  ),
  message: expect.stringContaining(why),
});

describe("a token that the provider issued", () => {
  it.each([
    ["mcp:read", "read"],
    ["mcp:read mcp:write", "write"],
    ["mcp:full other", "full"],
  ])("with the scope %s admits its client with access %s", async (scope, access) => {
    expect(await present(await issuer.issue(scope))).toEqual(caller("robot", access));
  });

  it("is refused where it is for another server", async () => {
    const token = await issuer.issue("mcp:read", "http://127.0.0.1:8765/other");
    expect(await refusalOf(token)).toEqual(invalid(`whose audience (aud) is ${resource}`));
  });

  it("is refused once it has expired, and not before", async () => {
    const token = await issuer.issue();
    vi.useFakeTimers({ toFake: ["Date"] });
    vi.advanceTimersByTime(599_000);
    expect(await present(token)).toEqual(caller("robot"));
    vi.advanceTimersByTime(12_000);
    expect(await refusalOf(token)).toEqual(invalid("has expired"));
  });

  it("is not enough where its scopes allow nothing here, and the scope that is needed is named", async () => {
    const refusal = await refusalOf(await issuer.issue("other"));
    expect(refusal.status).toBe(403);
    expect(refusal.challenge).toMatch(/error="insufficient_scope".*scope="mcp:read"/);
  });

  it("is refused with its scope changed", async () => {
    const [header, payload = "", signature] = (await issuer.issue()).split(".");
    const claims = JSON.parse(Buffer.from(payload, "base64url").toString()) as JWTPayload;
    const token = [header, encode({ ...claims, scope: "mcp:full" }), signature].join(".");
    expect(await refusalOf(token)).toEqual(invalid("not as"));
  });

  it("is refused with one bit of its signature changed", async () => {
    const [header, payload, signature = ""] = (await issuer.issue()).split(".");
    const bytes = Buffer.from(signature, "base64url");
    bytes[0] = (bytes[0] ?? 0) ^ 1;
    expect(await refusalOf([header, payload, bytes.toString("base64url")].join("."))).toEqual(invalid("not as"));
  });

  it.each(["none", "None", "NONE"])("is refused as %s, without a signature", async (alg) => {
    const [, payload] = (await issuer.issue()).split(".");
    expect(await refusalOf(`${encode({ alg, typ: "at+jwt" })}.${payload}.`)).toEqual(
      invalid("not signed with a private key"),
    );
  });
});

describe("a token with its issuer's signature", () => {
  it.each([
    ["another audience beside", { aud: ["https://other.example", resource] }],
    ["a time to begin that the clocks may differ by", { nbf: Math.floor(Date.now() / 1000) + 5 }],
    ["no time of issue", { iat: undefined }],
    ["a nonce", { nonce: "n-1" }],
  ])("is accepted with %s", async (_, claims) => {
    expect(await present(await issuer.sign(claims))).toEqual(caller("somebody"));
  });

  it.each(["at+jwt", "AT+JWT", "application/at+jwt", "JWT", undefined])("is accepted with the type %s", async (typ) => {
    expect(await present(await issuer.sign({}, { typ }))).toEqual(caller("somebody"));
  });

  it.each([
    ["no audience", { aud: undefined }, "whose audience (aud)"],
    ["only other audiences", { aud: ["https://other.example", `${resource}/`] }, "whose audience (aud)"],
    ["a client for its audience", { aud: "robot" }, "whose audience (aud)"],
    ["another issuer", { iss: "https://other.example" }, "from another issuer"],
    ["a slash after its issuer", { iss: "http://127.0.0.1/" }, "from another issuer"],
    ["no issuer", { iss: undefined }, "from another issuer"],
    ["no end", { exp: undefined }, "no sound exp"],
    ["an end that is no number", { exp: "2099-01-01" }, "no sound exp"],
    ["a time to begin that has not come", { nbf: Math.floor(Date.now() / 1000) + 300 }, "not valid yet"],
    ["no subject", { sub: undefined }, "no sound sub"],
    ["an empty subject", { sub: "" }, "no subject (sub)"],
    ["a subject that is no text", { sub: 1 }, "no subject (sub)"],
    ["an endless subject", { sub: "a".repeat(256) }, "no subject (sub)"],
    ["a key that its client has to prove", { cnf: { jkt: "x" } }, "bound to a key"],
    ["the hash of an access token, as an id token", { at_hash: "x" }, "not an access token"],
    ["the use of an id token", { token_use: "id" }, "not an access token"],
  ])("is refused with %s", async (_, claims, why) => {
    expect(await refusalOf(await issuer.sign(claims))).toEqual(invalid(why));
  });

  it.each(["id_token+jwt", "logout+jwt", "dpop+jwt", "secevent+jwt", ""])(
    "is refused with the type %j",
    async (typ) => {
      expect(await refusalOf(await issuer.sign({}, { typ }))).toEqual(invalid("not an access token"));
    },
  );

  it("is refused where it is over 8 KiB, though it is sound", async () => {
    const token = await issuer.sign({ more: "a".repeat(8192) });
    expect(await refusalOf(token)).toEqual(invalid("over 8192 characters"));
  });
});

describe("a token with another's signature", () => {
  it.each([
    ["under the name of the issuer's key", {}],
    ["under a name that is not known", { kid: "two" }],
    ["under no name", { kid: undefined }],
    ["with the address of other keys", { jku: "http://127.0.0.1:1/keys", kid: "two" }],
  ])("is refused %s", async (_, header) => {
    expect((await refusalOf(await issuer.sign({}, header, foreignKey))).status).toBe(401);
    expect(await present(await issuer.sign())).toEqual(caller("somebody"));
  });

  it("is refused though it brings its key along", async () => {
    const { kty, n, e } = foreignKey;
    const jwk = JSON.parse(JSON.stringify({ kty, n, e })) as JWK;
    expect(await refusalOf(await issuer.sign({}, { jwk }, foreignKey))).toEqual(invalid("not as"));
  });

  it.each([
    ["PEM", (published: KeyObject) => published.export({ type: "spki", format: "pem" })],
    ["DER", (published: KeyObject) => published.export({ type: "spki", format: "der" })],
    ["JWK", (published: KeyObject) => JSON.stringify(published.export({ format: "jwk" }))],
  ])("is refused as HS256 with the public key for a secret (%s)", async (_, form) => {
    const secret = form(createPublicKey({ key: key as JsonWebKey, format: "jwk" }));
    const [, payload] = (await issuer.sign({ scope: "mcp:full" })).split(".");
    const signed = `${encode({ alg: "HS256", kid: "one", typ: "at+jwt" })}.${payload}`;
    const token = `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
    expect(await refusalOf(token)).toEqual(invalid("not signed with a private key"));
  });

  it("is refused from another provider, whose own server accepts it", async () => {
    const other = await OAuthIssuer.open(foreignKey);
    const token = await other.issue();
    expect((await refusalOf(token)).status).toBe(401);
    const elsewhere = openOAuthAuthentication({ issuer: other.url, resource, access: "read", log });
    expect(await elsewhere.authenticate(`Bearer ${token}`)).toEqual({
      principal: `${other.url}#robot`,
      access: "read",
      expires,
    });
    await other.down();
  });

  it.each(["sesame", "a.b.c", "..", "a.b.c.d.e", createHash("sha256").digest("hex")])(
    "is no token as %s",
    async (token) => {
      expect((await refusalOf(token)).status).toBe(401);
    },
  );
});

describe("a request without a token", () => {
  it.each([undefined, "Basic dXNlcjpwYXNz"])("is told where to get one, and of no error (%j)", async (header) => {
    expect(await authentication.authenticate(header)).toEqual({
      status: 401,
      challenge:
        'Bearer resource_metadata="http://127.0.0.1:8765/.well-known/oauth-protected-resource/mcp", ' +
        'scope="mcp:read mcp:write"',
      message: expect.stringContaining(issuer.url),
    });
  });
});

describe("openOAuthAuthentication", () => {
  it("publishes it at the standard's own place, too, where a proxy puts a path before the server", () => {
    const below = openOAuthAuthentication({
      issuer: issuer.url,
      resource: "https://a.example/files/mcp",
      access: "read",
      log,
    });
    expect(below.metadata?.paths).toContain("/.well-known/oauth-protected-resource/files/mcp");
  });

  it("publishes what RFC 9728 asks for, and no scope that the server would not honour", () => {
    expect(authentication.metadata).toEqual({
      paths: ["/.well-known/oauth-protected-resource", "/.well-known/oauth-protected-resource/mcp"],
      document: {
        resource,
        authorization_servers: [issuer.url],
        scopes_supported: ["mcp:read", "mcp:write"],
        bearer_methods_supported: ["header"],
      },
    });
  });

  it("names the scope that a call needs", () => {
    expect(authentication.insufficient("write")).toEqual({
      status: 403,
      challenge: expect.stringMatching(
        /^Bearer resource_metadata="[^"]+", error="insufficient_scope".*, scope="mcp:write"$/,
      ),
      message: expect.stringContaining("mcp:write"),
    });
  });

  it("sends clients to metadata that a proxy with a path of its own lets through", async () => {
    const behind = openOAuthAuthentication({
      issuer: issuer.url,
      resource: "https://a.example/notes/mcp",
      access: "read",
      log,
    });
    const { challenge } = (await behind.authenticate(undefined)) as Challenge;
    expect(challenge).toContain('"https://a.example/notes/.well-known/oauth-protected-resource/mcp"');
  });

  it("is the same server by each name of it, and tells every client of the one it uses", async () => {
    const alias = "http://localhost:8765/mcp";
    const named = openOAuthAuthentication({ issuer: issuer.url, resource, aliases: [alias], access: "write", log });
    for (const aud of [resource, alias]) {
      expect(await named.authenticate(`Bearer ${await issuer.sign({ aud })}`)).toEqual(caller("somebody"));
    }
    for (const aud of ["http://localhost:8766/mcp", "http://localhost.:8765/mcp", "http://evil.example:8765/mcp"]) {
      expect(await named.authenticate(`Bearer ${await issuer.sign({ aud })}`)).toMatchObject({ status: 401 });
    }
    expect(named.metadata?.document).toMatchObject({ resource });
    const other = named.at?.("localhost");
    expect(other?.metadata?.document).toMatchObject({ resource: alias });
    expect(await other?.authenticate(undefined)).toMatchObject({
      challenge: expect.stringContaining("//localhost:8765/"),
    });
    expect(other?.insufficient("write").challenge).toContain("//localhost:8765/");
    expect(named.at?.("evil.example")).toBeUndefined();
  });

  it("holds tokens to an audience that the person chose", async () => {
    const chosen = openOAuthAuthentication({
      issuer: issuer.url,
      resource,
      audience: "api://notes",
      access: "read",
      log,
    });
    const right = await issuer.sign({ aud: "api://notes" });
    expect(await chosen.authenticate(`Bearer ${right}`)).toEqual(caller("somebody"));
    expect(await chosen.authenticate(`Bearer ${await issuer.sign()}`)).toMatchObject({ status: 401 });
  });

  it.each([
    { issuer: "http://issuer.example" },
    { issuer: "https://issuer.example/?a=b" },
    { resource: "http://mcp.example/mcp" },
    { resource: "/mcp" },
  ])("does not start with %j", (wrong) => {
    const sound = { issuer: "https://issuer.example", resource, access: "read", log } as const;
    expect(() => openOAuthAuthentication({ ...sound, ...wrong })).toThrow(UsageError);
  });
});
