import { describe, expect, it } from "vitest";
import * as z from "zod";
import { readOptions } from "../options/read-options.ts";
import { httpSettings } from "./http-settings.ts";

const token = "0123456789abcdef0123456789abcdef";

async function settingsOf(argv: readonly string[], environment: Record<string, string> = {}) {
  return httpSettings((await readOptions(z.object({}), argv, environment)).standard);
}

describe("httpSettings", () => {
  it("listens on this machine alone where no host is given", async () => {
    expect(await settingsOf(["--http", "8080"])).toMatchObject({
      listen: { host: "127.0.0.1", port: 8080 },
      isLocal: true,
      hosts: ["localhost", "127.0.0.1", "[::1]"],
    });
  });

  it("is called by the address of this machine that it listens on", async () => {
    expect(await settingsOf(["--http", "127.0.0.2:80"])).toMatchObject({
      isLocal: true,
      hosts: expect.arrayContaining(["127.0.0.2"]),
    });
  });

  it("serves stdio without --http, whatever token is set for other servers", async () => {
    expect(await settingsOf([], { DRAWBRIDGE_HTTP_TOKEN: token })).toBeUndefined();
  });

  it.each([
    [
      "nobody has to say who they are",
      ["--http", "0.0.0.0:80", "--allowed-hosts", "a.example"],
      {},
      "DRAWBRIDGE_HTTP_TOKEN",
    ],
    [
      "the token could be guessed",
      ["--http", "[::]:80", "--allowed-hosts", "a.example"],
      { DRAWBRIDGE_HTTP_TOKEN: "hunter2" },
      "openssl",
    ],
    ["any name would do", ["--http", "0.0.0.0:80"], { DRAWBRIDGE_HTTP_TOKEN: token }, "--allowed-hosts"],
    [
      "tokens would be for no address",
      ["--http", "0.0.0.0:80", "--allowed-hosts", "a.example", "--oauth-issuer", "https://issuer.example"],
      {},
      "--public-url",
    ],
    ["a name of this machine leads elsewhere", ["--http", "localhost.example:80"], {}, "DRAWBRIDGE_HTTP_TOKEN"],
  ])("refuses to be reached by others where %s", async (_, argv, environment, remedy) => {
    await expect(settingsOf(argv, environment)).rejects.toThrow(remedy);
  });

  it.each([
    ["is empty", { DRAWBRIDGE_HTTP_TOKEN: "" }, "set and empty"],
    ["is given twice", { DRAWBRIDGE_HTTP_TOKEN: token, DRAWBRIDGE_HTTP_TOKEN_FILE: "/dev/null" }, "choose one"],
    ["is a file without end", { DRAWBRIDGE_HTTP_TOKEN_FILE: "/dev/zero" }, "more than 65536 bytes"],
    ["is an empty file", { DRAWBRIDGE_HTTP_TOKEN_FILE: "/dev/null" }, "set and empty"],
  ])("does not serve without a token where the token that is set %s", async (_, environment, message) => {
    await expect(settingsOf(["--http", "80"], environment)).rejects.toThrow(message);
  });

  it("takes no token that strangers could guess, also where a proxy lets them in", async () => {
    const argv = ["--http", "80", "--public-url", "https://a.example"];
    await expect(settingsOf(argv, { DRAWBRIDGE_HTTP_TOKEN: "hunter2" })).rejects.toThrow("openssl");
    expect(await settingsOf(["--http", "80"], { DRAWBRIDGE_HTTP_TOKEN: "hunter2" })).toMatchObject({
      token: "hunter2",
    });
  });

  it("leaves servers on stdio alone where the token of others is empty", async () => {
    expect(await settingsOf([], { DRAWBRIDGE_HTTP_TOKEN: "" })).toBeUndefined();
  });

  it("knows of a name by which a proxy may let others in where nobody has to say who they are", async () => {
    const argv = ["--http", "80", "--public-url", "https://a.example"];
    expect(await settingsOf(argv)).toMatchObject({ openTo: "a.example" });
    expect(await settingsOf(argv, { DRAWBRIDGE_HTTP_TOKEN: token })).toMatchObject({ openTo: undefined });
    expect(await settingsOf(["--http", "80"])).toMatchObject({ openTo: undefined });
  });

  it("needs no token for this machine's own names", async () => {
    const argv = ["--http", "80", "--public-url", "http://localhost:8443", "--allowed-hosts", "127.0.0.1"];
    expect(await settingsOf(argv)).toMatchObject({ token: undefined, publicUrl: "http://localhost:8443/mcp" });
  });

  it("may be reached by others who have the token, by the names that are allowed and the public one", async () => {
    const argv = [
      "--http",
      "0.0.0.0:80",
      "--allowed-hosts",
      "a.example,b.example",
      "--public-url",
      "https://c.example/x/",
    ];
    expect(await settingsOf(argv, { DRAWBRIDGE_HTTP_TOKEN: token })).toMatchObject({
      hosts: ["a.example", "b.example", "c.example"],
      publicUrl: "https://c.example/x",
      isLocal: false,
    });
  });

  it.each([
    [["--allowed-hosts", "a.example"], "--allowed-hosts belongs to --http"],
    [["--oauth-issuer", "https://login.example"], "--oauth-issuer belongs to --http"],
    [["--http", "80", "--oauth-audience", "x"], "--oauth-audience belongs to --oauth-issuer"],
  ])("does not ignore what belongs to nothing: %j", async (argv, message) => {
    await expect(settingsOf(argv)).rejects.toThrow(message);
  });

  it("takes one way of finding out who calls, not two", async () => {
    const argv = ["--http", "80", "--oauth-issuer", "https://login.example"];
    await expect(settingsOf(argv, { DRAWBRIDGE_HTTP_TOKEN: token })).rejects.toThrow("choose one");
    expect(await settingsOf(argv)).toMatchObject({ oauth: { issuer: "https://login.example" } });
  });

  it.each([
    ["--http", "99999"],
    ["--http", "host"],
    ["--http", "::1:80"],
    ["--allowed-hosts", "https://a.example"],
    ["--allowed-hosts", "a.example:80"],
    ["--allowed-hosts", "*"],
    ["--allowed-origins", "a.example"],
    ["--allowed-origins", "https://a.example/page"],
    ["--public-url", "a.example"],
    ["--oauth-issuer", "http://login.example"],
  ])("refuses %s %s, and says what is expected", async (flag, value) => {
    await expect(settingsOf(["--http", "80", flag, value])).rejects.toThrow(/expected|twice/);
  });
});
