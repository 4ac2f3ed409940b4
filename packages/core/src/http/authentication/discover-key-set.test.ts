import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { discoverKeySet } from "./discover-key-set.ts";
import { IssuerReader } from "./issuer-reader.ts";

const servers: Server[] = [];
afterEach(() => {
  vi.useRealTimers();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

type Answers = Readonly<Record<string, (origin: string) => object | string | RequestListener>>;

/** A server that answers each of these paths so, and others with 404. */
async function serve(answers: Answers): Promise<string> {
  const server = createServer((request, response) => {
    const answer = answers[request.url ?? ""]?.(originOf(server));
    if (answer === undefined) response.writeHead(404).end("{}");
    else if (typeof answer === "function") answer(request, response);
    else response.end(typeof answer === "string" ? answer : JSON.stringify(answer));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return originOf(server);
}

const originOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const discover = (issuer: string) => discoverKeySet(issuer, new IssuerReader(new URL(issuer)));
const oauth = "/.well-known/oauth-authorization-server";
const openid = "/.well-known/openid-configuration";
const sound = (path: string) => (origin: string) => ({ issuer: origin + path, jwks_uri: `${origin}/keys` });

describe("discoverKeySet", () => {
  it.each([
    ["", oauth],
    ["", openid],
    ["/", openid],
    ["/realms/a", `${oauth}/realms/a`],
    ["/realms/a", `${openid}/realms/a`],
    ["/realms/a", `/realms/a${openid}`],
  ])("finds the keys of an issuer with the path %j that publishes its metadata at %s", async (path, place) => {
    const origin = await serve({ [place]: sound(path) });
    expect((await discover(origin + path)).href).toBe(`${origin}/keys`);
  });

  it.each([
    ["a page for people", () => "<!doctype html>"],
    ["JSON that is no object", () => "null"],
    ["metadata without keys", (origin: string) => ({ issuer: origin })],
    ["the metadata of another issuer", () => ({ issuer: "https://b.example", jwks_uri: "https://b.example/keys" })],
    ["an error", () => (_, response) => response.writeHead(500).end()],
    ["a document that is too large", () => "a".repeat((256 << 10) + 1)],
    ["a connection that breaks", () => (request) => request.socket.destroy()],
    ["a way to a page", () => (_, response) => response.writeHead(302, { location: "/login" }).end()],
  ] as ReadonlyArray<[string, Answers[string]]>)("looks on after %s", async (_, first) => {
    const origin = await serve({ [oauth]: first, [openid]: sound("") });
    expect((await discover(origin)).href).toBe(`${origin}/keys`);
  });

  it.each([
    ["another issuer", (origin: string) => `${origin}1`],
    ["a slash more", (origin: string) => `${origin}/`],
    ["other capitals", (origin: string) => origin.replace("http", "HTTP")],
    ["no issuer", () => undefined],
  ])("does not take metadata that names %s", async (_, name) => {
    const origin = await serve({ [openid]: (self) => ({ issuer: name(self), jwks_uri: `${self}/keys` }) });
    await expect(discover(origin)).rejects.toMatchObject({ code: "unavailable" });
    await expect(discover(origin)).rejects.toThrow("exactly as the issuer names itself");
  });

  it("does not follow a redirect to sound metadata", async () => {
    const redirect: Answers[string] = () => (_, response) => response.writeHead(302, { location: "/sound" }).end();
    const origin = await serve({ [oauth]: redirect, "/sound": sound("") });
    await expect(discover(origin)).rejects.toThrow(`${oauth} has status 302`);
  });

  it.each(["http://127.0.0.2:1/keys", "http://keys.example/keys", "file:///etc/passwd", "ftp://127.0.0.1/keys"])(
    "does not read keys without encryption from %s",
    async (keys) => {
      const origin = await serve({ [openid]: (self) => ({ issuer: self, jwks_uri: keys }) });
      await expect(discover(origin)).rejects.toMatchObject({ code: "refused" });
    },
  );

  it("takes encrypted keys at another host", async () => {
    const keys = "https://keys.example/set";
    const origin = await serve({ [openid]: (self) => ({ issuer: self, jwks_uri: keys }) });
    expect((await discover(origin)).href).toBe(keys);
  });

  it("reads no document over 256 KiB", async () => {
    const large: Answers[string] = (origin) => ({ ...sound("")(origin), more: "a".repeat(256 << 10) });
    await expect(discover(await serve({ [oauth]: large }))).rejects.toThrow("over 262144 bytes");
  });

  it("looks on where the first place never answers", async () => {
    const asked = vi.fn();
    const origin = await serve({ [oauth]: () => asked, [openid]: sound("") });
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const found = discover(origin);
    await vi.waitUntil(() => asked.mock.calls.length > 0);
    vi.advanceTimersByTime(5000);
    expect((await found).href).toBe(`${origin}/keys`);
  });

  it("does not wait for an issuer that never answers", async () => {
    const asked = vi.fn();
    const origin = await serve({ [oauth]: () => asked, [openid]: () => asked });
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const end = expect(discover(origin)).rejects.toMatchObject({ code: "timeout" });
    for (const count of [1, 2]) {
      await vi.waitUntil(() => asked.mock.calls.length === count);
      vi.advanceTimersByTime(5000);
    }
    await end;
  });
});

describe("IssuerReader", () => {
  it("reaches a private host where the person named it, and no other", async () => {
    const place = new URL(`${await serve({ "/": () => ({ well: true }) })}/`);
    expect(await new IssuerReader(new URL("http://127.0.0.1")).read(place)).toEqual({
      status: 200,
      document: { well: true },
    });
    const away = new IssuerReader(new URL("https://issuer.example")).read(place);
    await expect(away).rejects.toMatchObject({ code: "refused" });
  });
});
