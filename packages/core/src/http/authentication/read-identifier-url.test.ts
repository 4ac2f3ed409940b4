import { describe, expect, it } from "vitest";
import { UsageError } from "../../options/usage-error.ts";
import { readIdentifierUrl } from "./read-identifier-url.ts";

describe("readIdentifierUrl", () => {
  it.each([
    "https://issuer.example",
    "https://issuer.example:8443/realms/a/",
    "http://localhost:3000/mcp",
    "http://127.0.0.1:3000",
    "http://127.9.9.9",
    "http://[::1]:3000",
    "https://10.0.0.1/mcp",
  ])("takes %s", (text) => {
    expect(readIdentifierUrl("--oauth-issuer", text).href).toBe(new URL(text).href);
  });

  it.each([
    "issuer.example",
    "http://issuer.example",
    "http://10.0.0.1",
    "http://127.0.0.1.evil.example",
    "http://localhost.evil.example",
    "ftp://localhost",
    "javascript:alert(1)",
    "https://user:sesame@issuer.example",
    "https://issuer.example/?tenant=1",
    "https://issuer.example#a",
    " https://issuer.example",
    "https://issuer.example/a b",
    "",
  ])("refuses %j, names the option and repeats no password", (text) => {
    const read = () => readIdentifierUrl("--oauth-issuer", text);
    expect(read).toThrow(UsageError);
    expect(read).toThrow(/^--oauth-issuer (?!.*sesame)/);
  });
});
