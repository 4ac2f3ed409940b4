import { expect, it } from "vitest";
import { metadataAddresses } from "./metadata-addresses.ts";

const addressesOf = (issuer: string) => metadataAddresses(new URL(issuer)).map(({ href }) => href);

it.each(["https://a.example", "https://a.example/"])("has two places for %s, which has no path", (issuer) => {
  expect(addressesOf(issuer)).toEqual([
    "https://a.example/.well-known/oauth-authorization-server",
    "https://a.example/.well-known/openid-configuration",
  ]);
});

it.each(["https://a.example:8443/realms/x", "https://a.example:8443/realms/x/"])(
  "has three places for %s",
  (issuer) => {
    expect(addressesOf(issuer)).toEqual([
      "https://a.example:8443/.well-known/oauth-authorization-server/realms/x",
      "https://a.example:8443/.well-known/openid-configuration/realms/x",
      "https://a.example:8443/realms/x/.well-known/openid-configuration",
    ]);
  },
);
