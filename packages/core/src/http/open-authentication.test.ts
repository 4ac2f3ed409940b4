import { describe, expect, it } from "vitest";
import { MemoryLog } from "../../test/memory-log.ts";
import { ShelfOverHttp } from "../../test/shelf-over-http.ts";
import { httpSettings } from "./http-settings.ts";
import { openAuthentication } from "./open-authentication.ts";

const log = new MemoryLog();

async function openerAt(host: string, publicUrl?: string) {
  const given = { http: { host, port: 0 }, oauthIssuer: "https://issuer.example", publicUrl };
  const settings = httpSettings(given as never);
  if (settings === undefined) throw new Error("It is served over HTTP");
  return openAuthentication(settings, { access: "read", title: "Shelf", log });
}

describe("OAuth on loopback without a public address", () => {
  it.each([
    ["127.0.0.1", "127.0.0.1", "localhost"],
    ["::1", "[::1]", "localhost"],
  ])("at %s is for the name that is listened on and for localhost", async (host, own, other) => {
    const authentication = (await openerAt(host))(8765);
    expect(authentication.metadata?.document).toMatchObject({ resource: `http://${own}:8765/mcp` });
    expect(authentication.at?.(other)?.metadata?.document).toMatchObject({ resource: `http://${other}:8765/mcp` });
    expect(authentication.at?.("127.0.0.2")).toBeUndefined();
  });

  it.each([
    ["localhost", undefined],
    ["127.0.0.1", "https://mcp.example.com/mcp"],
  ])("at %s with the public address %s is for one alone", async (host, publicUrl) => {
    const authentication = (await openerAt(host, publicUrl))(8765);
    expect(authentication.at).toBeUndefined();
    expect(authentication.metadata?.document).toMatchObject({ resource: publicUrl ?? "http://localhost:8765/mcp" });
  });
});

describe("a client of OAuth on loopback", () => {
  it.each(["127.0.0.1", "localhost"])("finds the address that it calls, by the name %s", async (name) => {
    const served = await ShelfOverHttp.startWith(await openerAt("127.0.0.1"));
    const url = `http://${name}:${served.port}`;
    const refused = await fetch(`${url}/mcp`, { method: "POST" });
    const place = /resource_metadata="([^"]+)"/.exec(refused.headers.get("www-authenticate") ?? "")?.[1];
    expect(place).toBe(`${url}/.well-known/oauth-protected-resource/mcp`);
    expect(await (await fetch(`${place}`)).json()).toMatchObject({ resource: `${url}/mcp` });
  });
});
