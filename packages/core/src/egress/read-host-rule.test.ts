import { describe, expect, it } from "vitest";
import { readHostRule } from "./read-host-rule.ts";

describe("readHostRule", () => {
  it.each([
    ["api.example.com", { protocol: "https:", name: "api.example.com", subdomains: false, port: 443 }],
    ["API.Example.COM.", { protocol: "https:", name: "api.example.com", subdomains: false, port: 443 }],
    ["https://api.example.com:8443", { protocol: "https:", name: "api.example.com", subdomains: false, port: 8443 }],
    ["*.example.com", { protocol: "https:", name: "example.com", subdomains: true, port: 443 }],
    ["http://localhost:3000", { protocol: "http:", name: "localhost", subdomains: false, port: 3000 }],
    ["http://localhost", { protocol: "http:", name: "localhost", subdomains: false, port: 80 }],
    ["bücher.example", { protocol: "https:", name: "xn--bcher-kva.example", subdomains: false, port: 443 }],
    ["[0:0::1]:8080", { protocol: "https:", name: "[::1]", subdomains: false, port: 8080 }],
    ["2130706433", { protocol: "https:", name: "127.0.0.1", subdomains: false, port: 443 }],
  ])("reads %s", (text, rule) => {
    expect(readHostRule(text)).toMatchObject(rule);
  });

  it.each([
    "",
    "*",
    "*.",
    "*.com",
    "*.*.example.com",
    "api.*.example.com",
    "*example.com",
    "*.127.0.0.1",
    "*.[::1]",
    "http://*.example.com",
    "https://example.com/",
    "example.com/path",
    "example.com?x",
    "user@example.com",
    "ftp://example.com",
    "a..b",
    "example.com:0",
    "example.com:65536",
    "example.com:",
    "exa mple.com",
    "example.com\\.evil.com",
    "1.2.3.400",
  ])("refuses %j, which means nothing or too much", (text) => {
    expect(() => readHostRule(text)).toThrow(expect.objectContaining({ code: "invalid_input" }));
  });

  it("does not repeat a password that somebody wrote into it", () => {
    expect(() => readHostRule("https://me:sesame@example.com")).toThrow(/^(?!.*sesame)/s);
  });

  it("covers with a wildcard each name below, and neither the name itself nor one that only ends like it", () => {
    const { covers } = readHostRule("*.example.com");
    expect(["a.example.com", "a.b.example.com"].every(covers)).toBe(true);
    expect(["example.com", "evil-example.com", "example.com.evil.net"].some(covers)).toBe(false);
  });
});
