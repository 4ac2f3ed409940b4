import { sign } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type Asking, asking } from "../asking.ts";
import { type StartedGithub, startGithub } from "../start-github.ts";

let github: StartedGithub;
let ask: Asking;

beforeAll(async () => {
  github = await startGithub();
  ask = asking(github);
});

afterAll(() => github[Symbol.asyncDispose]());

afterEach(() => {
  github.calm();
  expect(github.violations.splice(0)).toEqual([]);
});

it("refuses a token that nobody has, and lets anybody read what is public", async () => {
  expect(await ask("/user", { token: "ghp_nobodys" })).toMatchObject({
    status: 401,
    body: { message: "Bad credentials" },
  });
  expect((await ask("/repos/acme/site", { token: "" })).status).toBe(200);
});

it("hides what is private from strangers, by scope too", async () => {
  const token = github.token("mallory");
  for (const path of ["/repos/acme/vault", "/repos/acme/vault/issues/1", "/repos/acme/vault/contents/README.md"])
    expect((await ask(path, { token })).status).toBe(404);
  const narrow = github.issue({ login: "ada", kind: "classic", scopes: ["public_repo"] });
  const hidden = await ask("/repos/acme/vault", { token: narrow });
  expect([hidden.status, hidden.headers.get("x-accepted-oauth-scopes")]).toEqual([404, "repo"]);
});

it("names the permission that a fine-grained token lacks", async () => {
  const token = github.issue({ login: "ada", kind: "fine-grained", permissions: { contents: "read" } });
  expect((await ask("/repos/acme/vault/contents/README.md", { token })).status).toBe(200);
  const refused = await ask("/repos/acme/vault/issues", { token, method: "POST", body: { title: "x" } });
  expect(refused.body.message).toBe("Resource not accessible by personal access token");
  expect(refused.headers.get("x-accepted-github-permissions")).toBe("issues=write");
});

it("asks for single sign-on where a token has not been through it", async () => {
  const token = github.issue({ login: "ada", kind: "classic", scopes: ["repo"], needsSso: "acme" });
  const refused = await ask("/repos/acme/vault", { token });
  expect([refused.status, refused.headers.get("x-github-sso")]).toEqual([
    403,
    expect.stringContaining("required; url="),
  ]);
});

it("takes nothing from the allowance for what has not changed", async () => {
  const token = github.issue({ login: "ada", kind: "classic", scopes: ["repo"] });
  const first = await ask("/repos/acme/site", { token });
  const again = await ask("/repos/acme/site", { token, headers: { "if-none-match": first.headers.get("etag") ?? "" } });
  expect([again.status, again.headers.get("x-ratelimit-used"), github.rate(token).used]).toEqual([304, "1", 1]);
  expect(github.requests.at(-1)).toMatchObject({ status: 304, cost: 0, isConditional: true });
});

it("makes the storms that it is told to, and carries out what it then forgets to answer", async () => {
  const headers = { "retry-after": "1" };
  github.disturb({ match: /\/issues$/, status: 403, headers, message: "You have exceeded a secondary rate limit." });
  const refused = await ask("/repos/acme/site/issues");
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([403, "1"]);
  github.disturb({ method: "POST", status: 0, afterwards: true });
  await expect(
    ask("/repos/acme/tools/issues", { method: "POST", body: { title: "Lost on the way" } }),
  ).rejects.toThrow();
  expect((await ask("/repos/acme/tools/issues")).body.map(({ title }: { title: string }) => title)).toEqual([
    "Lost on the way",
  ]);
});

it("gives an app tokens for those who installed it", async () => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const now = Math.floor(Date.now() / 1000);
  const unsigned = `${part({ alg: "RS256", typ: "JWT" })}.${part({ iat: now, exp: now + 60, iss: github.app.id })}`;
  const token = `${unsigned}.${sign("RSA-SHA256", Buffer.from(unsigned), github.app.privateKey).toString("base64url")}`;
  expect((await ask("/app/installations", { token })).body).toHaveLength(2);
  const made = await ask("/app/installations/100/access_tokens", { token, method: "POST", body: {} });
  const installed = made.body.token as string;
  expect((await ask("/repos/acme/vault", { token: installed })).status).toBe(200);
  expect((await ask("/user", { token: installed })).body.message).toBe("Resource not accessible by integration");
});

it("gives a device a token once somebody agrees", async () => {
  const { device_code } = (
    await ask("/login/device/code", { token: "", method: "POST", body: { client_id: "x", scope: "repo" } })
  ).body;
  const poll = async () =>
    (await ask("/login/oauth/access_token", { token: "", method: "POST", body: { device_code } })).body;
  expect((await poll()).error).toBe("authorization_pending");
  github.device.agree(github.token("ben"));
  expect((await poll()).access_token).toBe(github.token("ben"));
});
