import { describe, expect, it } from "vitest";
import { addressesOf } from "./addresses.ts";
import { githubFetch } from "./github-fetch.ts";

describe.each(["github.com", "acme.ghe.com", "git.acme.example", "http://127.0.0.1:4000"])("asking %s", (host) => {
  const fetch = githubFetch(addressesOf(host));

  it.each([
    "https://evil.example/",
    "https://api.github.com.evil.example/",
    "https://api.github.com:8443/",
    "http://api.github.com/",
    "http://127.0.0.1:4001/",
    "http://169.254.169.254/latest/meta-data/",
  ])("does not reach %s", async (url) => {
    await expect(fetch(url)).rejects.toMatchObject({ code: "refused" });
  });

  it("does not begin what was cancelled", async () => {
    await expect(fetch(addressesOf(host).rest, { signal: AbortSignal.abort(new Error("cancelled")) })).rejects.toThrow(
      "cancelled",
    );
  });
});
