import { describe, expect, it } from "vitest";
import { admitUrl } from "./admit-url.ts";
import { readHostRule } from "./read-host-rule.ts";

const hosts = ["example.com", "*.wild.example", "bücher.example", "alt.example:8443", "http://localhost:3000"].map(
  readHostRule,
);
const admit = (url: string) => admitUrl(new URL(url), hosts);

describe("admitUrl", () => {
  it.each([
    "https://example.com/",
    "https://EXAMPLE.com/x",
    "https://example.com./",
    "https://example.com:443/",
    "https://ｅｘａｍｐｌｅ.com/",
    "https://%65xample.com/",
    "https://a.wild.example/",
    "https://a.b.WILD.example./",
    "https://bücher.example/",
    "https://xn--bcher-kva.example/",
    "https://alt.example:8443/",
    "http://localhost:3000/",
  ])("admits %s", (url) => {
    expect(admit(url).name).not.toBe("");
  });

  it.each([
    "https://evil-example.com/",
    "https://evilexample.com/",
    "https://example.com.evil.net/",
    "https://example.comevil.net/",
    "https://sub.example.com/",
    "https://wild.example/",
    "https://evil-wild.example/",
    "https://bucher.example/",
    "https://exаmple.com/", // Cyrillic а
    "https://example.com../",
    "https://example.com:8443/",
    "https://alt.example/",
    "https://localhost:3000/",
    "http://localhost/",
    "http://example.com/",
    "http://example.com:443/",
    "https://evil.net/?example.com",
    "https://evil.net/#@example.com",
    "https://evil.net\\@example.com/",
    "file:///etc/passwd",
    "data:text/plain,hello",
    "ftp://example.com/",
  ])("refuses %s", (url) => {
    expect(() => admit(url)).toThrow(expect.objectContaining({ code: "refused" }));
  });

  it.each(["https://user:sesame@example.com/", "https://sesame@example.com/", "https://:sesame@example.com/"])(
    "refuses the user info of %s without repeating it",
    (url) => {
      expect(() => admit(url)).toThrow(/^A URL with a user name(?!.*sesame)/);
    },
  );

  it("says which host is refused, which are allowed, and how a person allows this one", () => {
    expect(() => admit("https://evil.net:8443/secret?token=sesame")).toThrow(
      "evil.net:8443 is not an allowed host. Allowed are: example.com, *.wild.example, xn--bcher-kva.example, " +
        'alt.example:8443, http://localhost:3000. A person who wants it reached adds "evil.net:8443" to the allowed hosts.',
    );
  });
});
