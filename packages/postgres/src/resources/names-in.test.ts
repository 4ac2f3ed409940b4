import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressOf } from "./address-of.ts";
import { namesIn } from "./names-in.ts";

const name = fc.string({ minLength: 1, unit: "grapheme" });

describe("namesIn", () => {
  it("finds the names that an address was made of, whatever they hold", () => {
    fc.assert(
      fc.property(name, name, name, (database, schema, relation) => {
        expect(namesIn(addressOf(database, schema, relation))).toEqual({ database, schema, relation });
      }),
    );
  });

  it.each(["postgres://shop", "postgres://shop/public", "postgres://a/b/c/d", "postgres://a//c", "postgres://a/b/%zz"])(
    "refuses %s",
    (address) => {
      expect(() => namesIn(address)).toThrow(expect.objectContaining({ code: "invalid_input" }));
    },
  );
});
