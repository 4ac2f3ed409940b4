import { describe, expect, it } from "vitest";
import { servedDatabases } from "./served-databases.ts";

describe("servedDatabases", () => {
  it.each([
    ["postgres://reader@localhost/shop", "shop"],
    ["postgres://reader@localhost/the%20shop?sslmode=disable", "the shop"],
    ["postgres://reader@localhost/100%", "100%"],
  ])("calls the one of %s by its name", (url, name) => {
    expect(servedDatabases({ url, database: [] })).toEqual([[name, url]]);
  });

  it("calls several as they were named", () => {
    const database = ["one=postgres://localhost/shop", "other=postgres://localhost/shop?application_name=x"];
    expect(servedDatabases({ url: undefined, database })).toEqual([
      ["one", "postgres://localhost/shop"],
      ["other", "postgres://localhost/shop?application_name=x"],
    ]);
  });
});
