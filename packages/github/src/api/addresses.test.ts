import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressesOf } from "./addresses.ts";

const github = { rest: "https://api.github.com", graphql: "https://api.github.com/graphql", web: "https://github.com" };
const company = {
  rest: "https://api.acme.ghe.com",
  graphql: "https://api.acme.ghe.com/graphql",
  web: "https://acme.ghe.com",
};
const server = {
  rest: "https://git.acme.example/api/v3",
  graphql: "https://git.acme.example/api/graphql",
  web: "https://git.acme.example",
};

const part = (...values: string[]) => fc.oneof(fc.constantFrom("", ...values), fc.string({ maxLength: 6 }));

/** What somebody might write, and what somebody might try. */
const written = fc
  .tuple(
    part("https://", "http://", "ftp://", "//"),
    part("ada@", "ada:secret@", "github.com@"),
    part("github.com", "api.github.com", "acme.ghe.com", "api.acme.ghe.com", "git.acme.example", "localhost", "[::1]"),
    part(":443", ":8443", ".evil.example", "\\@evil.example", "%2eevil.example"),
    part("/", "/api/v3", "/api/v3/", "/acme", "?x=1", "#x", "@evil.example"),
  )
  .map((parts) => parts.join(""));

describe("addressesOf", () => {
  it.each([
    ["github.com", github],
    ["https://github.com/", github],
    ["api.github.com", github],
    ["https://api.github.com", github],
    ["acme.ghe.com", company],
    ["https://api.acme.ghe.com", company],
    ["git.acme.example", server],
    ["https://git.acme.example", server],
    ["https://git.acme.example/api/v3", server],
    ["https://git.acme.example/api/v3/", server],
    ["GIT.Acme.Example", server],
  ])("knows %s", (host, addresses) => {
    expect(addressesOf(host)).toEqual(addresses);
  });

  it("keeps a port, and takes a stand on this machine without encryption", () => {
    expect(addressesOf("git.acme.example:8443").rest).toBe("https://git.acme.example:8443/api/v3");
    expect(addressesOf("http://127.0.0.1:4000").graphql).toBe("http://127.0.0.1:4000/graphql");
  });

  it.each([
    "http://github.com",
    "http://git.acme.example",
    "https://ada:secret@github.com",
    "https://github.com/acme/site",
    "https://git.acme.example/api/v4",
    "https://git.acme.example/?x=1",
    "ftp://git.acme.example",
    "git acme",
    "git.acme.example/acme",
    "git.acme.example#acme",
    "https://",
    "",
  ])("refuses %j", (host) => {
    expect(() => addressesOf(host)).toThrow(/^--host.*expected/);
  });

  it("shows no password", () => {
    expect(() => addressesOf("https://ada:secret@github.com")).toThrow(/^(?!.*secret)/);
  });

  it("sends a token to the host that was named and to no other, whatever is written", () => {
    fc.assert(
      fc.property(written, (host) => {
        let found: ReturnType<typeof addressesOf>;
        try {
          found = addressesOf(host);
        } catch (error) {
          expect((error as Error).name).toBe("UsageError");
          return;
        }
        const named = new URL(host.includes("://") ? host : `https://${host}`).hostname;
        const own = named.replace(/^api\.(?=github\.com$|.*\.ghe\.com$)/, "");
        for (const address of Object.values(found)) {
          const { protocol, hostname, username } = new URL(address);
          expect([own, `api.${own}`]).toContain(hostname);
          expect([protocol, username]).toEqual([/^(localhost|\[::1\])$/.test(named) ? protocol : "https:", ""]);
        }
      }),
    );
  });
});
