import { expect, it } from "vitest";
import { connectionTarget } from "./connection-target.ts";

const target = (query: string) => connectionTarget(`postgres://reader@localhost/shop?${query}`, {});

it.each(["sslmod=verify-full", "SSLMODE=require", "sslMode=require", "sslmode=require&sslrotcert=x", "sslcrl=x"])(
  "is not come to less safely than was meant, for a word that is mistyped: %s",
  (query) => {
    expect(() => target(query)).toThrow(/is none of sslmode, sslrootcert, sslcert, sslkey/);
  },
);

it.each([
  ["ssl=true", "require"],
  ["ssl=true&sslmode=verify-full", "verify-full"],
  ["ssl=false", "disable"],
  ["sslsni=1&application_name=x", "prefer"],
])("reads %s as sslmode=%s, as libpq does", (query, mode) => {
  expect(target(query).tlsMode).toBe(mode);
});

it("takes no other value of ssl", () => {
  expect(() => target("ssl=no-verify")).toThrow(/Write sslmode=require/);
});
