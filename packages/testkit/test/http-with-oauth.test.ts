import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { OAuthIssuer, resource, signingKey } from "../../core/test/oauth-issuer.ts";
import type { AnswerPerson, Host } from "../src/hosts/host.ts";
import { hostKinds } from "../src/hosts/host-kinds.ts";
import { openHost } from "../src/hosts/open-host.ts";
import { http } from "../src/places/http.ts";

const cellar = fileURLToPath(new URL("process/cellar-server.mjs", import.meta.url));

let issuer: OAuthIssuer;
beforeAll(async () => {
  issuer = await OAuthIssuer.open(await signingKey("one"));
});
afterAll(() => issuer.down());

/** The cellar over HTTP, reached with a token that the issuer gives for a scope. */
const placeOf = (scope: string) => {
  const argv = ["--access", "full", "--oauth-issuer", issuer.url, "--oauth-audience", resource];
  return http(cellar, { argv }, () => issuer.issue(scope));
};

describe.each(hostKinds)("over HTTP with an access token, a host of %s", (kind) => {
  let host: Host;
  const person = vi.fn<AnswerPerson>();
  beforeEach(async () => {
    person.mockReset();
    host = await openHost(kind, placeOf("mcp:full"), person);
  });
  afterEach(() => host.close());

  it("has its person confirm what destroys", async () => {
    person.mockResolvedValue({ action: "accept", content: { allow: true } });
    expect(await host.callTool("cellar_pour", { bottle: "red" })).toMatchObject({ structured: { left: ["white"] } });
    expect(person).toHaveBeenCalledWith(expect.stringContaining("The bottle red"));
  });

  it("does nothing where its person declines", async () => {
    person.mockResolvedValue({ action: "accept", content: { allow: false } });
    expect(await host.callTool("cellar_pour", { bottle: "red" })).toMatchObject({ isError: true });
    expect((await host.callTool("cellar_look")).structured?.bottles).toEqual(["red", "white"]);
  });

  it("follows the progress of a call", async () => {
    const told: number[] = [];
    const onProgress = ({ progress }: { readonly progress: number }) => void told.push(progress);
    const { structured } = await host.callTool("cellar_turn", { bottle: "red", times: 3 }, { onProgress });
    expect(structured).toEqual({ turned: 3 });
    expect(told).toEqual([1, 2, 3]);
  });

  it("cancels a call, and the tool hears of it", async () => {
    const giveUp = new AbortController();
    const options = { signal: giveUp.signal, onProgress: () => giveUp.abort() };
    await expect(host.callTool("cellar_turn", { bottle: "red", times: 1000 }, options)).rejects.toThrow();
    await vi.waitFor(async () => {
      expect((await host.callTool("cellar_look")).structured?.abandoned).toEqual(["red"]);
    });
  });

  it("is told of a change of what it subscribed to", async () => {
    const updated = vi.fn();
    const { close } = await host.subscribe("cellar://red", updated);
    await host.callTool("cellar_relabel", { bottle: "red", label: "2020" });
    await vi.waitFor(() => expect(updated).toHaveBeenCalled(), { timeout: 5000 });
    expect(await host.readResource("cellar://red")).toMatchObject({ text: "2020" });
    await close();
  });
});

describe.each(hostKinds)("a token for reading alone, through a host of %s", (kind) => {
  it("reads, is shown no tool that changes anything, and changes nothing", async () => {
    const host = await openHost(kind, placeOf("mcp:read"));
    expect((await host.listTools()).map(({ name }) => name)).toEqual(["cellar_turn", "cellar_look"]);
    await expect(host.callTool("cellar_relabel", { bottle: "red", label: "x" })).rejects.toThrow();
    expect(await host.readResource("cellar://red")).toMatchObject({ text: "2019" });
    await host.close();
  });
});

it("lets nobody in without a token, and tells clients where to get one", async () => {
  const { address, close } = await placeOf("mcp:read").connect();
  const url = address?.url ?? new URL("http://nowhere");
  const refused = await fetch(url, { method: "POST" });
  expect(refused.status).toBe(401);
  const [, metadata = ""] = /resource_metadata="([^"]+)"/.exec(refused.headers.get("www-authenticate") ?? "") ?? [];
  expect(await (await fetch(metadata)).json()).toMatchObject({
    resource: url.href,
    authorization_servers: [issuer.url],
  });
  await close();
});
