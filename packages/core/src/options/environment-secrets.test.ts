import { describe, expect, it } from "vitest";
import * as z from "zod";
import { option } from "./option.ts";
import { readOptions } from "./read-options.ts";

const own = z.object({
  key: option(z.string().optional(), { description: "A key", secret: true, environment: ["SHOP_KEY"] }),
});
const secretsOf = async (environment: Record<string, string>) => (await readOptions(own, [], environment)).secrets;

describe("the secrets of a server", () => {
  it("are those of every connector as well as its own", async () => {
    expect(await secretsOf({ DRAWBRIDGE_HTTP_TOKEN: "a token of HTTP", SHOP_KEY: "a key of the shop" })).toEqual(
      expect.arrayContaining(["a token of HTTP", "a key of the shop"]),
    );
  });

  it("are those that another variable wins over, too", async () => {
    expect(await secretsOf({ DRAWBRIDGE_KEY: "wins", SHOP_KEY: "does not" })).toEqual(
      expect.arrayContaining(["wins", "does not"]),
    );
  });

  it("are nothing that other variables hold", async () => {
    expect(await secretsOf({ DRAWBRIDGE_LOG_LEVEL: "debug", HOME: "/home/me" })).toEqual([]);
  });
});
